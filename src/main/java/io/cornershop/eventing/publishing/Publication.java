package io.cornershop.eventing.publishing;

import io.cornershop.eventing.publishing.EventRecords.Outgoing;
import io.cornershop.kernel.ReplayFirewall;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;

/**
 * Events on their way to Kafka, from a number on. Sends without waiting; keeps count of what is
 * acknowledged. Sends come from one thread, acknowledgements from the producer's own.
 *
 * <p>After the first record that Kafka refuses it sends nothing more, not even what the producer
 * still holds: the broker refuses what was on the wire behind the gap in the producer's sequence,
 * and closing by force, within the very callback, keeps the rest from being sent again under new
 * sequences. So no record passes an earlier one of its key. Its successor begins where everything
 * is acknowledged.
 */
final class Publication {

  private static final int MAX_COMMITS = 1_000;
  private static final long MAX_BYTES = 16L << 20;
  private static final Duration STALLED = Duration.ofSeconds(3);

  private final Producer<String, byte[]> producer;
  private final EventRecords records;
  private final AckWindow window;
  private final Runnable progress;
  private final PublishingObserver observer;
  private volatile boolean closed;

  /**
   * @param acknowledged the number up to which everything is on Kafka
   * @param progress is called after every answer of Kafka
   * @param observer is told what becomes of each event
   */
  Publication(
      Producer<String, byte[]> producer,
      EventRecords records,
      long acknowledged,
      Runnable progress,
      PublishingObserver observer) {
    this.observer = observer;
    this.producer = producer;
    this.records = records;
    this.window = new AckWindow(acknowledged);
    this.progress = progress;
  }

  /** Hands all events of a commit over; the numbers of commits must be dense. */
  void send(NumberedCommit commit) {
    ReplayFirewall.requireLive("the publisher of events");
    List<Outgoing> sending = records.of(commit);
    long bytes = sending.stream().mapToLong(outgoing -> outgoing.record().value().length).sum();
    window.sent(commit.number(), sending.size(), bytes);
    for (Outgoing outgoing : sending) {
      if (window.failure().isPresent()) {
        outgoing.sending().dropped();
      } else {
        send(outgoing, commit.number());
      }
    }
  }

  private void send(Outgoing outgoing, long number) {
    long since = System.nanoTime();
    observer.sent(outgoing.event());
    try {
      producer.send(
          outgoing.record(),
          (metadata, failure) -> {
            if (failure == null) {
              outgoing.sending().acknowledged(metadata.partition(), metadata.offset());
              acknowledged(outgoing, number, since);
            } else {
              fail(outgoing, failure);
            }
            progress.run();
          });
    } catch (RuntimeException e) {
      fail(outgoing, e);
      throw e;
    }
  }

  private void acknowledged(Outgoing outgoing, long number, long since) {
    window.acknowledge(number);
    observer.acknowledged(outgoing.event(), Duration.ofNanos(System.nanoTime() - since));
  }

  private void fail(Outgoing outgoing, Exception cause) {
    boolean first = window.fail(cause);
    if (first && !closed) {
      observer.refused(outgoing.event(), cause);
      outgoing.sending().refused(cause);
    } else {
      observer.dropped(outgoing.event());
      outgoing.sending().dropped();
    }
    if (first) {
      producer.close(Duration.ZERO);
    }
  }

  /** Whether more should be sent before something is acknowledged. */
  boolean hasRoom() {
    return window.commits() < MAX_COMMITS && window.bytes() < MAX_BYTES;
  }

  /** Whether Kafka owes an answer for so long that it seems to be down. */
  boolean stalled() {
    return window.oldest().compareTo(STALLED) > 0;
  }

  /** Everything up to this number is on Kafka. */
  long acknowledged() {
    return window.acknowledged();
  }

  int inFlight() {
    return window.commits();
  }

  Optional<Exception> failure() {
    return window.failure();
  }

  /** Waits up to {@code longest} for what was sent; zero drops it at once. */
  void close(Duration longest) {
    closed = true;
    producer.close(longest);
  }
}
