package io.cornershop.eventing.timers;

class InMemoryTimersTest extends TimersContract {
  @Override
  TimerStore create() {
    return new InMemoryTimers();
  }
}
