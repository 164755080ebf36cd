package io.cornershop.eventing.publishing;

import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.events.Aggregate;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.CommitListener;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.InMemoryPositionLog;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.testing.CounterCommand;
import io.cornershop.eventing.testing.CounterCommand.Count;
import io.cornershop.eventing.testing.CounterDecider;
import io.cornershop.eventing.testing.CounterEvent;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.eventing.testing.CounterId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** A store with counters to be published on a topic of its own. */
public final class CounterShop {

  final EventStore store = new InMemoryEventStore(StoreLimits.USUAL, CounterFixtures.CLOCK);
  final PositionLog log = new InMemoryPositionLog();
  public final EventTypes types;
  public final String topic;

  public CounterShop(String area) {
    this.topic = area + ".events";
    this.types =
        new EventTypes(
            List.of(
                new Aggregate<>(
                    "Counter",
                    topic,
                    CounterCommand.class,
                    CounterEvent.class,
                    new CounterDecider())));
  }

  Outbox outbox() {
    return new Outbox(store, log, types);
  }

  /** Stores a commit with so many events of a counter. */
  Commit count(String counter, int times) {
    AtomicReference<Commit> stored = new AtomicReference<>();
    count(counter, times, stored::set);
    return stored.get();
  }

  /** Stores a commit and tells {@code appended} of it. */
  void count(String counter, int times, CommitListener appended) {
    CommandHandler handler = CounterFixtures.handlerOn(store, appended);
    handler.handle(
        new Count(new CounterId(counter), times),
        CounterFixtures.context(UUID.randomUUID().toString()));
  }
}
