package io.cornershop.eventing.store;

class InMemoryEventIndexTest extends EventIndexContract {

  private final PositionLog log = new InMemoryPositionLog();

  @Override
  protected PositionLog log() {
    return log;
  }

  @Override
  protected EventIndex index() {
    return new InMemoryEventIndex(log);
  }
}
