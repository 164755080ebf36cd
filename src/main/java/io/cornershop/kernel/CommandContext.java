package io.cornershop.kernel;

import java.util.OptionalLong;

/**
 * What goes with a command but is no part of the decision.
 *
 * @param commandId makes the command idempotent
 * @param expectedSequence the sequence that the caller saw last, when it insists on it
 * @param metadata copied into every event of the command
 */
public record CommandContext(
    CommandId commandId, OptionalLong expectedSequence, EventMetadata metadata) {

  /** The same as part of this piece of work. */
  public CommandContext in(Span work) {
    return work.context().isEmpty()
        ? this
        : new CommandContext(commandId, expectedSequence, metadata.in(work));
  }

  /** A context without an expected sequence. */
  public static CommandContext of(CommandId commandId, EventMetadata metadata) {
    return new CommandContext(commandId, OptionalLong.empty(), metadata);
  }
}
