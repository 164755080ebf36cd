package io.cornershop.eventing.commands;

import io.cornershop.eventing.events.Aggregate;
import io.cornershop.eventing.testing.Counter;
import io.cornershop.eventing.testing.CounterCommand;
import io.cornershop.eventing.testing.CounterCommand.Count;
import io.cornershop.eventing.testing.CounterDecider;
import io.cornershop.eventing.testing.CounterEvent;
import io.cornershop.kernel.Decider;
import java.util.List;

/** The rules of counters with a mistake in them: they fail at counting on by thirteen. */
record FearOfThirteen(Decider<CounterCommand, Counter, CounterEvent> rules)
    implements Decider<CounterCommand, Counter, CounterEvent> {

  static final Aggregate<CounterCommand, Counter, CounterEvent> COUNTERS =
      new Aggregate<>(
          "Counter",
          "counters.events",
          CounterCommand.class,
          CounterEvent.class,
          new FearOfThirteen(new CounterDecider()));

  @Override
  public Counter initial() {
    return rules.initial();
  }

  @Override
  public List<CounterEvent> decide(CounterCommand command, Counter state) {
    if (command instanceof Count c && c.times() == 13) {
      throw new IllegalStateException("13");
    }
    return rules.decide(command, state);
  }

  @Override
  public Counter evolve(Counter state, CounterEvent event) {
    return rules.evolve(state, event);
  }
}
