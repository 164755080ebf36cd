package io.cornershop.eventing.consuming.held;

import io.cornershop.eventing.consuming.ConsumingObserver;
import io.cornershop.eventing.consuming.ConsumingObserver.Arrived;
import io.cornershop.eventing.consuming.ConsumingTraces;
import io.cornershop.eventing.consuming.ConsumingTraces.Origin;
import io.cornershop.eventing.consuming.held.FailurePolicy.Verdict;
import io.cornershop.eventing.deadletters.LetterSource;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.kernel.Span;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Who is told how events fare with one consumer group. Thread-safe.
 *
 * @param group as Kafka knows it
 */
public record GroupWatch(ConsumingObserver observer, ConsumingTraces traces, String group) {

  private static final String TRACEPARENT = "traceparent";

  /** Nobody is told. */
  public static final GroupWatch NONE = new GroupWatch(ConsumingObserver.NONE, "");

  /** Nobody notes what becomes of single events. */
  public GroupWatch(ConsumingObserver observer, String group) {
    this(observer, ConsumingTraces.NONE, group);
  }

  /** The handlers get what this record holds. */
  public Span begin(EventEnvelope event, ConsumerRecord<String, byte[]> record) {
    Optional<byte[]> sent =
        Optional.ofNullable(record.headers().lastHeader(TRACEPARENT)).map(Header::value);
    return traces.begin(
        event,
        new Origin(
            group,
            record.topic(),
            record.partition(),
            record.offset(),
            sent.map(GroupWatch::text)));
  }

  /** A handler gets again what a letter of it holds. */
  public Span beginAgain(EventEnvelope event, LetterSource source) {
    Optional<String> sent = source.header(TRACEPARENT).map(GroupWatch::text);
    return traces.begin(
        event, new Origin(group, source.topic(), source.partition(), source.offset(), sent));
  }

  private static String text(byte[] header) {
    return new String(header, StandardCharsets.UTF_8);
  }

  /** One handler gets many events at once. */
  public Span beginTogether(String handler, List<Span> events) {
    return traces.beginTogether(handler, group, events);
  }

  /** An event was handled; {@code since} by the clock that never goes back. */
  public void consumed(String eventType, String topic, long since) {
    Duration took = Duration.ofNanos(System.nanoTime() - since);
    observer.consumed(new Arrived(eventType, topic, group), took);
  }

  /** A try has failed. */
  public void failed(String eventType, String topic, Verdict verdict) {
    observer.failed(new Arrived(eventType, topic, group), verdict.word());
  }
}
