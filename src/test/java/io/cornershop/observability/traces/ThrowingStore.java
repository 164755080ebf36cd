package io.cornershop.observability.traces;

import io.cornershop.eventing.store.AppendResult;
import io.cornershop.eventing.store.ForwardingStore;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.NewCommit;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.testing.CounterFixtures;
import java.util.function.Supplier;

/** A store that can be read, and fails to append. */
final class ThrowingStore extends ForwardingStore {

  private final Supplier<RuntimeException> failure;

  ThrowingStore(Supplier<RuntimeException> failure) {
    super(new InMemoryEventStore(StoreLimits.USUAL, CounterFixtures.CLOCK));
    this.failure = failure;
  }

  @Override
  public AppendResult append(NewCommit commit) {
    throw failure.get();
  }
}
