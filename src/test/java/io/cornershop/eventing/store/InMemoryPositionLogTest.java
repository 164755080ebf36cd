package io.cornershop.eventing.store;

class InMemoryPositionLogTest extends PositionLogContract {

  private PositionLog log;

  @Override
  PositionLog emptyLog() {
    log = new InMemoryPositionLog();
    return log;
  }

  @Override
  PositionLog sameLogElsewhere() {
    return log;
  }
}
