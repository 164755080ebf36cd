package io.cornershop.eventing.testing;

import io.cornershop.kernel.Command;

/** What can be asked of a counter. */
public sealed interface CounterCommand extends Command {

  @Override
  CounterId target();

  /** Counts on, one event per time. */
  record Count(CounterId target, int times) implements CounterCommand {}

  /** Ends the counting. */
  record Stop(CounterId target) implements CounterCommand {}

  /** Counts again. */
  record Resume(CounterId target) implements CounterCommand {}
}
