package io.cornershop.eventing.alarms;

import io.cornershop.eventing.testing.CounterCommand.Count;
import io.cornershop.eventing.testing.CounterEvent.Counted;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.eventing.testing.CounterId;
import io.cornershop.kernel.Command;
import io.cornershop.kernel.DomainEvent;
import java.time.Instant;
import java.util.Set;

/** A minute after a counter stood at n it counts n more; at 3 it does not any more. */
final class CountingAlarm implements Alarm {

  @Override
  public String name() {
    return "count-on";
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return Set.of(Counted.class);
  }

  @Override
  public Wish react(DomainEvent event) {
    Counted counted = (Counted) event;
    String subject = counted.counterId().value();
    return counted.total() == 3
        ? new Wish.Silence(subject)
        : new Wish.RingAt(subject, CounterFixtures.NOON.plusSeconds(60));
  }

  @Override
  public Command ring(String subject, Instant now) {
    return new Count(new CounterId(subject), 1);
  }
}
