package io.cornershop.eventing.commands;

/** How a command ended among those that it was decided with. */
sealed interface Answer {

  /** Its events are durable. */
  record Accepted(CommandResult result) implements Answer {}

  /** It changed nothing: it had nothing to change, or was seen before. */
  record Unchanged(CommandResult result) implements Answer {}

  /** It was refused on the present state, or was seen before. */
  record Refused(RuntimeException reason) implements Answer {}

  /** Whether it had an effect is not known. */
  record Unknown(RuntimeException reason) implements Answer {}
}
