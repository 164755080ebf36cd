package io.cornershop.eventing.testing;

import io.cornershop.eventing.testing.Counter.Counting;
import io.cornershop.eventing.testing.Counter.Ended;
import io.cornershop.eventing.testing.CounterCommand.Count;
import io.cornershop.eventing.testing.CounterCommand.Resume;
import io.cornershop.eventing.testing.CounterCommand.Stop;
import io.cornershop.eventing.testing.CounterEvent.Counted;
import io.cornershop.eventing.testing.CounterEvent.Resumed;
import io.cornershop.eventing.testing.CounterEvent.Stopped;
import io.cornershop.kernel.Decider;
import io.cornershop.kernel.Rejected;
import java.util.List;
import java.util.stream.IntStream;

/** The smallest domain that has everything: several events, a no-op, a refusal. */
public final class CounterDecider implements Decider<CounterCommand, Counter, CounterEvent> {

  @Override
  public Counter initial() {
    return new Counting(0);
  }

  @Override
  public List<CounterEvent> decide(CounterCommand command, Counter state) {
    return switch (command) {
      case Count c -> count(c, state);
      case Stop s -> stop(s, state);
      case Resume r -> resume(r, state);
    };
  }

  private static List<CounterEvent> count(Count command, Counter state) {
    return switch (state) {
      case Ended e -> throw Rejected.conflict("counter-stopped", "The counter is stopped");
      case Counting c ->
          IntStream.rangeClosed(1, command.times())
              .<CounterEvent>mapToObj(i -> new Counted(command.target(), c.total() + i))
              .toList();
    };
  }

  private static List<CounterEvent> stop(Stop command, Counter state) {
    return state instanceof Ended ? List.of() : List.of(new Stopped(command.target()));
  }

  private static List<CounterEvent> resume(Resume command, Counter state) {
    return state instanceof Counting ? List.of() : List.of(new Resumed(command.target()));
  }

  @Override
  public Counter evolve(Counter state, CounterEvent event) {
    return switch (event) {
      case Counted c -> new Counting(c.total());
      case Stopped s -> new Ended(totalOf(state));
      case Resumed r -> new Counting(totalOf(state));
    };
  }

  private static int totalOf(Counter state) {
    return switch (state) {
      case Counting c -> c.total();
      case Ended e -> e.total();
    };
  }
}
