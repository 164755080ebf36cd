package io.cornershop.eventing.store;

class InMemoryEventStoreRacesTest extends EventStoreRacesContract {

  @Override
  EventStore emptyStore() {
    return new InMemoryEventStore(StoreLimits.USUAL, CommitFixtures.CLOCK);
  }
}
