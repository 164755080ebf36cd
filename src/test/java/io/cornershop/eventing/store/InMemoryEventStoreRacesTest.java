package io.cornershop.eventing.store;

class InMemoryEventStoreRacesTest extends EventStoreRacesContract {

  @Override
  protected EventStore emptyStore() {
    return new InMemoryEventStore(StoreLimits.USUAL, CommitFixtures.CLOCK);
  }
}
