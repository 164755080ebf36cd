package io.cornershop.eventing.consuming.channels;

import io.cornershop.eventing.consuming.history.StoredRecords;
import io.cornershop.eventing.consuming.steering.InMemoryWishes;
import io.cornershop.eventing.deadletters.DeadLetters;
import io.cornershop.eventing.deadletters.InMemoryDeadLetters;
import io.cornershop.eventing.deadletters.LetterOffice;
import io.cornershop.eventing.deadletters.LetterOffices;
import io.cornershop.eventing.events.Aggregate;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.CommitFixtures;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.InMemoryPositionLog;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.eventing.testing.CounterCommand;
import io.cornershop.eventing.testing.CounterDecider;
import io.cornershop.eventing.testing.CounterEvent;
import io.cornershop.eventing.testing.CounterFixtures;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the nodes of a test share: a store beside the topic, the wishes of operators, and what is
 * held for them.
 */
record Backing(
    EventTypes types, StoredRecords stored, InMemoryWishes wishes, LetterOffice letters) {

  /** A store with nothing in it. */
  static Backing empty() {
    return holding(CounterFixtures.TYPES.topics().iterator().next(), List.of());
  }

  /** A store whose events, which were published, belong on {@code topic}. */
  static Backing holding(String topic, Collection<EventEnvelope> events) {
    InMemoryEventStore store = new InMemoryEventStore(StoreLimits.USUAL, CounterFixtures.CLOCK);
    InMemoryPositionLog log = new InMemoryPositionLog();
    Map<StreamId, StreamHead> heads = new HashMap<>();
    for (EventEnvelope event : events) {
      StreamId stream = event.stream();
      StreamHead head = heads.getOrDefault(stream, StreamHead.empty(stream));
      store.append(CommitFixtures.commit(head, stream + "-" + event.sequence()));
      Commit commit = store.read(stream, event.sequence(), 1).getFirst();
      heads.put(stream, commit.head());
      log.append(List.of(log.head().next(commit)));
    }
    log.markPublished(log.head().number());
    EventTypes types = countersOn(topic);
    return new Backing(
        types,
        new StoredRecords(store, log, types),
        new InMemoryWishes(),
        LetterOffices.of(new InMemoryDeadLetters(), store, log));
  }

  /** The same, with other dead letters. */
  Backing with(DeadLetters others) {
    return new Backing(
        types, stored, wishes, new LetterOffice(others, letters.stored(), letters.kept()));
  }

  private static EventTypes countersOn(String topic) {
    return new EventTypes(
        List.of(
            new Aggregate<>(
                "Counter", topic, CounterCommand.class, CounterEvent.class, new CounterDecider())));
  }
}
