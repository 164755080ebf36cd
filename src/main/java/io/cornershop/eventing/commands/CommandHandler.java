package io.cornershop.eventing.commands;

import io.cornershop.eventing.commands.CommandBatch.Means;
import io.cornershop.eventing.events.Aggregate;
import io.cornershop.eventing.store.CommitListener;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.kernel.Command;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.LogField;
import io.cornershop.kernel.LogScope;
import io.cornershop.kernel.ReplayFirewall;
import io.cornershop.kernel.Span;
import io.cornershop.kernel.StaleVersion;
import io.cornershop.kernel.Unavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Takes a command to durable events. Thread-safe.
 *
 * <p>A command that returns is durable; one whose id was seen before returns its first result and
 * changes nothing. Commands of one aggregate take turns on this node: those that wait at the same
 * moment are decided one after another and stored as one commit, each with its own result. When
 * another node was first, they are decided again on the new state, unless a caller insists on a
 * sequence. A lone command on an aggregate that was used lately needs no read.
 */
public final class CommandHandler {

  private static final Logger LOG = System.getLogger(CommandHandler.class.getName());

  private final Aggregates aggregates;
  private final Means means;
  private final CommandTraces traces;
  private final StreamTurns<Job, Answer> turns = new StreamTurns<>(this::decideTogether);

  /**
   * @param appended is told of every commit after it is durable, of a repeated one again; it must
   *     not block
   */
  public CommandHandler(
      Aggregates aggregates,
      EventStore store,
      AggregateLoader loader,
      Envelopes envelopes,
      CommitListener appended) {
    this(aggregates, new Means(store, loader, envelopes, appended), CommandTraces.NONE);
  }

  private CommandHandler(Aggregates aggregates, Means means, CommandTraces traces) {
    this.aggregates = aggregates;
    this.means = means;
    this.traces = traces;
  }

  /** The same, noted; to be used instead. */
  public CommandHandler tracedBy(CommandTraces noting) {
    return new CommandHandler(aggregates, means, noting);
  }

  /**
   * Decides and stores.
   *
   * @throws io.cornershop.kernel.Rejected when the business refuses
   * @throws StaleVersion when the caller insists on a sequence that is not the present one
   * @throws io.cornershop.kernel.TooLarge when its events cannot be stored
   * @throws io.cornershop.kernel.ReplayViolation on a thread that replays
   * @throws Unavailable when the store does not answer, or other writers were always first
   */
  public CommandResult handle(Command command, CommandContext context) {
    ReplayFirewall.requireLive("the command handler");
    Aggregate<?, ?, ?> aggregate = aggregates.deciding(command);
    Span span =
        traces.begin(
            command.getClass().getSimpleName(), aggregate.streamOf(command), context.metadata());
    return Traced.in(span, () -> handle(new Job(aggregate, command, context.in(span))));
  }

  private CommandResult handle(Job job) {
    try (LogScope lines = LogScope.open(LogField.AGGREGATE, job.stream())) {
      return decide(job, lines.with(job.context().metadata()));
    }
  }

  private CommandResult decide(Job job, LogScope lines) {
    Answer answer = turns.submit(job.stream(), job).orElseThrow(CommandHandler::late);
    LOG.log(Level.DEBUG, () -> job.words() + " " + answer.words());
    return switch (answer) {
      case Answer.Accepted a -> a.result();
      case Answer.Unchanged u -> firstResult(job).orElse(u.result());
      case Answer.Refused r -> firstResult(job).orElseThrow(r::reason);
      case Answer.Unknown u -> throw u.reason();
    };
  }

  private static Unavailable late() {
    return new Unavailable(
        "The command is not known to have ended; repeat it with the same key",
        Duration.ofSeconds(1),
        null);
  }

  /** The result of the same command before, which may be why it is refused now. */
  private Optional<CommandResult> firstResult(Job job) {
    return means.store().findByCommand(job.id()).flatMap(job::resultIn);
  }

  private List<Answer> decideTogether(List<Job> jobs) {
    return decideTogether(jobs.getFirst().aggregate(), jobs);
  }

  private List<Answer> decideTogether(Aggregate<?, ?, ?> aggregate, List<Job> jobs) {
    return new CommandBatch<>(means, aggregate, jobs).run();
  }
}
