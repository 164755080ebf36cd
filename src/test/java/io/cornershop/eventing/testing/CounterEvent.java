package io.cornershop.eventing.testing;

import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.WireName;

/** What can happen to a counter. */
public sealed interface CounterEvent extends DomainEvent {

  /** It went on to a total. */
  @WireName("Counted")
  record Counted(CounterId counterId, int total) implements CounterEvent {}

  /** It counts no more. */
  @WireName("Stopped")
  record Stopped(CounterId counterId) implements CounterEvent {}

  /** It counts again. */
  @WireName("Resumed")
  record Resumed(CounterId counterId) implements CounterEvent {}
}
