package io.cornershop.eventing.commands;

import io.cornershop.eventing.commands.AggregateLoader.Loaded;
import io.cornershop.eventing.events.Aggregate;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.store.CommandOutcome;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.NewCommit;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.StaleVersion;
import io.cornershop.kernel.TooLarge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A commit in the making: commands are decided one after another, each on the state that the one
 * before it has left. What is refused leaves no trace in it. Everything here is true only if the
 * stream still ends where the draft begins, which the append shows, or a look at the store.
 */
final class Draft<S, E extends DomainEvent> {

  /** Where a draft is closed; far below what a commit may hold, so that one more event fits. */
  private static final int MAX_CHARACTERS = 1024 * 1024;

  private final Aggregate<?, S, E> aggregate;
  private final AggregateLoader loader;
  private final Envelopes envelopes;
  private final StreamHead onto;
  private final List<EventEnvelope> events = new ArrayList<>();
  private final List<CommandOutcome> outcomes = new ArrayList<>();
  private final Map<Job, Answer> answers = new LinkedHashMap<>();
  private final Set<CommandId> seen = new HashSet<>();
  private S state;
  private int characters;
  private boolean closed;

  Draft(
      Aggregate<?, S, E> aggregate,
      AggregateLoader loader,
      Envelopes envelopes,
      Loaded<S> beginning) {
    this.aggregate = aggregate;
    this.loader = loader;
    this.envelopes = envelopes;
    this.onto = beginning.head();
    this.state = beginning.state();
  }

  /**
   * Decides a command; one that does not fit any more, or whose id is in here already, stays open.
   */
  void decide(Job job) {
    if (closed || !seen.add(job.id())) {
      return;
    }
    try {
      requireExpected(job);
      List<E> decided = aggregate.decide(job.command(), state);
      if (decided.isEmpty()) {
        answers.put(job, new Answer.Unchanged(resultNow()));
      } else {
        include(job, decided);
      }
    } catch (RuntimeException refusal) {
      // Whatever it is, also a mistake in a rule, is for this caller alone and is thrown there.
      answers.put(job, new Answer.Refused(refusal));
    }
  }

  private void requireExpected(Job job) {
    job.context()
        .expectedSequence()
        .ifPresent(
            expected -> {
              if (expected != sequence()) {
                throw new StaleVersion(expected, sequence());
              }
            });
  }

  private void include(Job job, List<E> decided) {
    if (decided.size() > NewCommit.MAX_EVENTS) {
      throw new TooLarge("A command may cause at most " + NewCommit.MAX_EVENTS + " events");
    }
    List<EventEnvelope> wrapped = envelopes.wrap(decided, end(), job.context());
    int added = wrapped.stream().mapToInt(event -> event.data().length()).sum();
    boolean fits =
        events.size() + wrapped.size() <= NewCommit.MAX_EVENTS
            && characters + added <= MAX_CHARACTERS;
    if (!fits && !events.isEmpty()) {
      closed = true;
      return;
    }
    state = loader.foldEvents(aggregate, state, wrapped);
    characters += added;
    events.addAll(wrapped);
    outcomes.add(new CommandOutcome(job.id(), sequence()));
    answers.put(job, new Answer.Accepted(resultNow()));
  }

  private CommandResult resultNow() {
    return new CommandResult(onto.stream(), sequence());
  }

  private long sequence() {
    return onto.sequence() + events.size();
  }

  /** Where the next event goes: behind those that are not stored yet. */
  private StreamHead end() {
    return events.isEmpty()
        ? onto
        : new StreamHead(
            onto.stream(), sequence(), onto.commitId(), onto.hash(), events.getLast().timestamp());
  }

  /** How many commands have events in it. */
  int size() {
    return outcomes.size();
  }

  NewCommit toCommit() {
    return new NewCommit(onto, outcomes, events);
  }

  /** The state that the stored commit has led to. */
  Loaded<S> behind(Commit stored) {
    return new Loaded<>(state, stored.head());
  }

  /** Gives each command that was decided its answer. */
  void settle() {
    answers.forEach(Job::end);
  }

  /** Refuses what has events in it. */
  void refuseAccepted(RuntimeException reason) {
    answers.forEach(
        (job, answer) -> {
          if (answer instanceof Answer.Accepted) {
            job.end(new Answer.Refused(reason));
          }
        });
  }
}
