package io.cornershop.eventing.commands;

import io.cornershop.kernel.Reason;
import io.cornershop.kernel.Rejected;

/** How a command ended among those that it was decided with. */
sealed interface Answer {

  /** For a line of the log. */
  default String words() {
    return switch (this) {
      case Accepted a -> "is stored, the last of its events is " + a.result().sequence();
      case Unchanged u -> "changes nothing, the last event is " + u.result().sequence();
      case Refused r -> "is refused: " + word(r.reason());
      case Unknown u -> "is not known to have an effect: " + Reason.line(u.reason());
    };
  }

  private static String word(RuntimeException reason) {
    return reason instanceof Rejected why ? why.code() : reason.getClass().getSimpleName();
  }

  /** Its events are durable. */
  record Accepted(CommandResult result) implements Answer {}

  /** It changed nothing: it had nothing to change, or was seen before. */
  record Unchanged(CommandResult result) implements Answer {}

  /** It was refused on the present state, or was seen before. */
  record Refused(RuntimeException reason) implements Answer {}

  /** Whether it had an effect is not known. */
  record Unknown(RuntimeException reason) implements Answer {}
}
