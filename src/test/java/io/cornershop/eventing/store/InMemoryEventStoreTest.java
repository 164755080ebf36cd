package io.cornershop.eventing.store;

class InMemoryEventStoreTest extends EventStoreContract {

  @Override
  protected EventStore emptyStore() {
    return new InMemoryEventStore(LIMITS, CommitFixtures.CLOCK);
  }
}
