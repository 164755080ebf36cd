package io.cornershop.eventing.consuming.held;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * Tells an outage from the trouble of single keys: when most keys that have work wait for something
 * that does not answer, nothing becomes a letter, nothing is polled, and one event at a time is
 * tried as a probe until one succeeds. The circuit breaker of Nygard's "Release It!", with the
 * share of failing keys as its fuse. Thread-safe.
 */
public final class OutageBrake {

  /**
   * When the brake is put on.
   *
   * @param share of the keys with work that must fail, from 0 to 1
   * @param minimum how many keys must fail at least
   * @param probeInterval from one probe to the next
   */
  public record Settings(double share, int minimum, Duration probeInterval) {

    /** Half of the keys, and not less than five of them. */
    public static final Settings USUAL = new Settings(0.5, 5, Duration.ofSeconds(1));
  }

  private static final Logger LOG = System.getLogger(OutageBrake.class.getName());

  private final String channel;
  private final Settings settings;
  private final IntSupplier busyKeys;
  private final LongSupplier nanoTime;
  private final Set<Object> failing = ConcurrentHashMap.newKeySet();
  private final AtomicLong nextProbe = new AtomicLong();
  private volatile boolean on;

  /**
   * @param busyKeys how many keys have work at the moment
   * @param nanoTime a clock that only goes forward
   */
  public OutageBrake(
      String channel, Settings settings, IntSupplier busyKeys, LongSupplier nanoTime) {
    this.channel = channel;
    this.settings = settings;
    this.busyKeys = busyKeys;
    this.nanoTime = nanoTime;
  }

  /** Whether there is an outage. */
  public boolean isOn() {
    return on;
  }

  /** How long to wait before asking again. */
  public Duration probeInterval() {
    return settings.probeInterval();
  }

  /** Whether an event may be tried now: always, but during an outage one in each interval. */
  public boolean mayTry() {
    if (!on) {
      return true;
    }
    long due = nextProbe.get();
    long now = nanoTime.getAsLong();
    return now - due >= 0 && nextProbe.compareAndSet(due, now + settings.probeInterval().toNanos());
  }

  /** Something that the key needs does not answer. */
  public void failed(Object key) {
    failing.add(key);
    int keys = failing.size();
    if (!on && keys >= settings.minimum() && keys >= settings.share() * busyKeys.getAsInt()) {
      putOn();
    }
  }

  private synchronized void putOn() {
    if (!on) {
      nextProbe.set(nanoTime.getAsLong() + settings.probeInterval().toNanos());
      on = true;
      LOG.log(Level.WARNING, "{0} pauses: most of its keys fail alike", channel);
    }
  }

  /** An event of the key was handled: whatever there was is over. */
  public void succeeded(Object key) {
    if (on) {
      release();
    } else {
      failing.remove(key);
    }
  }

  /** The key has no work here any more. */
  public void left(Object key) {
    failing.remove(key);
    if (on && failing.isEmpty()) {
      release();
    }
  }

  private synchronized void release() {
    failing.clear();
    if (on) {
      on = false;
      LOG.log(Level.INFO, "{0} goes on", channel);
    }
  }
}
