package io.cornershop.eventing.commands;

import io.cornershop.eventing.events.Aggregate;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.CommandOutcome;
import io.cornershop.eventing.store.Commit;
import io.cornershop.kernel.Command;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import java.util.Optional;

/** A command on its way to an answer. Used by one thread at a time. */
final class Job {

  private final Aggregate<?, ?, ?> aggregate;
  private final Command command;
  private final CommandContext context;
  private Optional<Answer> answer = Optional.empty();

  Job(Aggregate<?, ?, ?> aggregate, Command command, CommandContext context) {
    this.aggregate = aggregate;
    this.command = command;
    this.context = context;
  }

  Aggregate<?, ?, ?> aggregate() {
    return aggregate;
  }

  StreamId stream() {
    return aggregate.streamOf(command);
  }

  Command command() {
    return command;
  }

  /** The command for a line of the log: its name, nothing of what it says. */
  String words() {
    return command.getClass().getSimpleName();
  }

  CommandContext context() {
    return context;
  }

  CommandId id() {
    return context.commandId();
  }

  boolean isOpen() {
    return answer.isEmpty();
  }

  void end(Answer end) {
    answer = Optional.of(end);
  }

  Answer answer() {
    return answer.orElseThrow();
  }

  /** Its result, if this commit holds it. */
  Optional<CommandResult> resultIn(Commit commit) {
    return commit.commands().stream()
        .filter(outcome -> outcome.commandId().equals(id()))
        .findFirst()
        .map(CommandOutcome::sequence)
        .map(sequence -> new CommandResult(commit.stream(), sequence));
  }
}
