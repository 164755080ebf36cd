package io.cornershop.eventing.consuming.handling;

import io.cornershop.eventing.consuming.partitions.Polled;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Records that do not say to be of this life of the store: its numbers are not theirs. The relay
 * writes the life's epoch on each record, so one without belongs to no life. Thread-safe.
 */
public final class OtherLives {

  /** Who forges epochs is told of so many times. */
  private static final int MOST_WARNINGS = 100;

  private static final Logger LOG = System.getLogger(OtherLives.class.getName());

  private final String channel;
  private final Supplier<String> epoch;
  private final AtomicInteger passedOver = new AtomicInteger();
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /**
   * @param epoch of this life; may throw {@link io.cornershop.kernel.Unavailable} until it has been
   *     read once
   */
  public OtherLives(String channel, Supplier<String> epoch) {
    this.channel = channel;
    this.epoch = epoch;
  }

  /** Reads this life's epoch, which is known from then on. */
  void learn() {
    epoch.get();
  }

  /** Whether the record is not of this life; what comes from the store always is. */
  boolean wrote(Polled polled) {
    return polled.record().offset() >= 0
        && !epochOf(polled.record()).equals(Optional.of(epoch.get()));
  }

  private static Optional<String> epochOf(ConsumerRecord<?, ?> record) {
    return Optional.ofNullable(record.headers().lastHeader("epoch"))
        .map(Header::value)
        .map(value -> new String(value, StandardCharsets.UTF_8));
  }

  /** Counts a record that no handler gets, and tells the first of its partition and epoch. */
  void passOver(Polled polled) {
    passedOver.incrementAndGet();
    ConsumerRecord<?, ?> record = polled.record();
    String whose = epochOf(record).map(e -> "the epoch " + e).orElse("no epoch");
    String from = record.topic() + "-" + record.partition() + " of " + whose;
    if (told.size() < MOST_WARNINGS && told.add(from)) {
      LOG.log(
          Level.WARNING,
          "{0} passes over records on {1}, the first at {2}: the event store does not have them",
          channel,
          from.replaceAll("\\p{Cntrl}", "?"),
          polled.place());
    }
  }

  /** How many records no handler got, since this node started. */
  public int passedOver() {
    return passedOver.get();
  }
}
