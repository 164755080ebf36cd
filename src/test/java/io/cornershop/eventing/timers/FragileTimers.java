package io.cornershop.eventing.timers;

import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Timers in a database that can be away. */
final class FragileTimers implements TimerStore {

  private final InMemoryTimers timers = new InMemoryTimers();
  final AtomicInteger refused = new AtomicInteger();
  volatile boolean away;

  List<Timer> all() {
    return timers.all();
  }

  private InMemoryTimers present() {
    if (away) {
      refused.incrementAndGet();
      throw new Unavailable("The database does not answer", Duration.ofSeconds(2), null);
    }
    return timers;
  }

  @Override
  public void schedule(String id, String kind, String subject, Instant due) {
    present().schedule(id, kind, subject, due);
  }

  @Override
  public void cancel(String id) {
    present().cancel(id);
  }

  @Override
  public List<Timer> findAll(Collection<String> ids) {
    return present().findAll(ids);
  }

  @Override
  public List<DueTimer> due(Instant now, int limit) {
    return present().due(now, limit);
  }

  @Override
  public Optional<DueTimer> claim(DueTimer seen, Instant until) {
    return present().claim(seen, until);
  }

  @Override
  public void hold(DueTimer mine, Instant until) {
    present().hold(mine, until);
  }

  @Override
  public void remove(Timer fired) {
    present().remove(fired);
  }
}
