package io.cornershop.eventing.store;

class InMemoryPositionLogTest extends PositionLogContract {

  private PositionLog log;

  @Override
  protected PositionLog emptyLog() {
    log = new InMemoryPositionLog();
    return log;
  }

  @Override
  protected PositionLog sameLogElsewhere() {
    return log;
  }
}
