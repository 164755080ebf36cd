package io.cornershop.eventing.publishing;

import io.cornershop.eventing.events.EnvelopeJson;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.publishing.PublishingObserver.Published;
import io.cornershop.eventing.publishing.PublishingTraces.Sending;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Events as Kafka records: keyed by aggregate, the envelope as value, and headers by which a
 * consumer can choose without decoding, among them those of CloudEvents 1.0 in binary mode.
 */
final class EventRecords {

  /** A record, what it is in our words, and who notes its way. */
  record Outgoing(ProducerRecord<String, byte[]> record, Published event, Sending sending) {}

  private static final String TOPIC_SUFFIX = ".events";

  private final EventTypes types;
  private final String epoch;
  private final PublishingTraces traces;

  /** Records that nobody notes. */
  EventRecords(EventTypes types, String epoch) {
    this(types, epoch, PublishingTraces.NONE);
  }

  /**
   * @param epoch the present life of the store, which the positions belong to
   */
  EventRecords(EventTypes types, String epoch, PublishingTraces traces) {
    this.types = types;
    this.epoch = epoch;
    this.traces = traces;
  }

  /** One record for each event of a commit, in order; the way of each has begun. */
  List<Outgoing> of(NumberedCommit numbered) {
    String topic = topicOf(numbered.commit().stream().aggregateType());
    return numbered.events().stream().map(event -> outgoing(topic, event)).toList();
  }

  private Outgoing outgoing(String topic, EventEnvelope event) {
    Published published = new Published(event.type().name(), topic, event.metadata().source());
    Sending sending = traces.begin(topic, event);
    return new Outgoing(record(topic, event, sending), published, sending);
  }

  private String topicOf(String aggregateType) {
    return types
        .topicOf(aggregateType)
        .orElseThrow(() -> new IllegalStateException("No topic is known for " + aggregateType));
  }

  private ProducerRecord<String, byte[]> record(
      String topic, EventEnvelope event, Sending sending) {
    byte[] value = EnvelopeJson.write(event).getBytes(StandardCharsets.UTF_8);
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(topic, event.stream().aggregateId(), value);
    addOwn(record.headers(), event);
    sending
        .context()
        .or(event.metadata()::traceparent)
        .ifPresent(parent -> add(record.headers(), "traceparent", parent));
    addCloudEvent(record.headers(), event, topic);
    return record;
  }

  private void addOwn(Headers headers, EventEnvelope event) {
    add(headers, "eventType", event.type().name());
    add(headers, "aggregateType", event.stream().aggregateType());
    add(headers, "correlationId", event.metadata().correlationId());
    add(headers, "position", String.valueOf(event.position().orElseThrow()));
    add(headers, "sequence", String.valueOf(event.sequence()));
    add(headers, "epoch", epoch);
  }

  private static void addCloudEvent(Headers headers, EventEnvelope event, String topic) {
    add(headers, "ce_specversion", "1.0");
    add(headers, "ce_id", event.eventId().toString());
    add(headers, "ce_type", event.type().name());
    add(headers, "ce_source", "/cornershop/" + area(topic));
    add(headers, "ce_subject", event.stream().aggregateId());
    add(headers, "ce_time", event.timestamp().toString());
    add(headers, "content-type", "application/json");
  }

  /** {@code orders} for {@code orders.events}. */
  private static String area(String topic) {
    return topic.endsWith(TOPIC_SUFFIX)
        ? topic.substring(0, topic.length() - TOPIC_SUFFIX.length())
        : topic;
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
