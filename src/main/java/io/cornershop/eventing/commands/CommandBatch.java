package io.cornershop.eventing.commands;

import io.cornershop.eventing.commands.AggregateLoader.Loaded;
import io.cornershop.eventing.events.Aggregate;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.AppendResult;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.CommitListener;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.TooLarge;
import io.cornershop.kernel.Unavailable;
import java.util.List;
import java.util.Optional;

/**
 * Commands that wait for one stream, taken to an answer each: as many as fit go into one commit.
 * Begins at the cached state, without a read. The append shows whether that was the stream's end;
 * where nothing is appended, nobody is refused before a look at the store has shown it.
 */
final class CommandBatch<S, E extends DomainEvent> {

  /** What the way of a command needs. */
  record Means(
      EventStore store, AggregateLoader loader, Envelopes envelopes, CommitListener appended) {}

  private final Means means;
  private final Aggregate<?, S, E> aggregate;
  private final StreamId stream;
  private final List<Job> jobs;
  private final Contention contention;
  private boolean lookFirst;
  private boolean oneByOne;

  CommandBatch(Means means, Aggregate<?, S, E> aggregate, List<Job> jobs) {
    this.means = means;
    this.aggregate = aggregate;
    this.stream = jobs.getFirst().stream();
    this.jobs = jobs;
    this.contention = new Contention(stream);
  }

  /** The answers, in the order of the commands. */
  List<Answer> run() {
    try {
      while (!open().isEmpty()) {
        round();
      }
    } catch (Unavailable e) { // who has an answer by now keeps it
      open().forEach(job -> job.end(new Answer.Unknown(e)));
    }
    return jobs.stream().map(Job::answer).toList();
  }

  private List<Job> open() {
    return jobs.stream().filter(Job::isOpen).toList();
  }

  private void round() {
    Optional<Loaded<S>> cached =
        lookFirst ? Optional.empty() : means.loader().hot(aggregate, stream);
    Loaded<S> beginning = cached.orElseGet(() -> means.loader().load(aggregate, stream));
    Draft<S, E> draft = new Draft<>(aggregate, means.loader(), means.envelopes(), beginning);
    for (Job job : open()) {
      if (!oneByOne || draft.size() == 0) {
        draft.decide(job);
      }
    }
    if (draft.size() > 0) {
      append(draft, cached.isEmpty());
    } else if (cached.isPresent()) {
      lookFirst = true;
    } else {
      draft.settle();
    }
  }

  private void append(Draft<S, E> draft, boolean onPresentState) {
    try {
      switch (means.store().append(draft.toCommit())) {
        case AppendResult.Appended a -> settle(draft, a.commit());
        case AppendResult.Repeated r -> answerFrom(r.first());
        case AppendResult.Conflict c -> {
          lookFirst = true;
          contention.lost();
        }
      }
    } catch (TooLarge e) {
      if (draft.size() == 1 && onPresentState) {
        draft.refuseAccepted(e);
      }
      lookFirst = true;
      oneByOne = true;
    }
  }

  private void settle(Draft<S, E> draft, Commit commit) {
    lookFirst = false;
    means.loader().remember(aggregate, draft.behind(commit), commit);
    draft.settle();
    means.appended().accept(commit);
  }

  /** Some were carried out before. Their first answer may have got lost with the announcement. */
  private void answerFrom(Commit first) {
    int before = open().size();
    for (Job job : open()) {
      job.resultIn(first).ifPresent(result -> job.end(new Answer.Accepted(result)));
    }
    means.appended().repeated(first);
    lookFirst = true;
    if (open().size() == before) {
      throw new IllegalStateException(first.id() + " holds none of the commands");
    }
  }
}
