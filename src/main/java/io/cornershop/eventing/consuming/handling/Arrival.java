package io.cornershop.eventing.consuming.handling;

import io.cornershop.eventing.consuming.partitions.Polled;
import io.cornershop.eventing.events.EnvelopeJson;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventType;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.UnreadableEvent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A record as this build reads it. */
sealed interface Arrival {

  /** An event of a type and version that this build knows. */
  record Readable(EventEnvelope event) implements Arrival {}

  /**
   * Bytes that this build cannot read, or not yet.
   *
   * @param event the envelope, when at least that is readable
   */
  record Unreadable(Optional<EventEnvelope> event, UnreadableEvent failure) implements Arrival {}

  /** The header that names the event type, so that a record can be passed over undecoded. */
  String EVENT_TYPE_HEADER = "eventType";

  static Optional<String> typeHeader(ConsumerRecord<String, byte[]> record) {
    return Optional.ofNullable(record.headers().lastHeader(EVENT_TYPE_HEADER))
        .map(Header::value)
        .map(value -> new String(value, StandardCharsets.UTF_8));
  }

  static Arrival read(ConsumerRecord<String, byte[]> record, EventTypes types) {
    return misplaced(record, types)
        ? new Unreadable(
            Optional.empty(),
            UnreadableEvent.malformed("A record whose header names a type of another topic", null))
        : read(record.value(), types);
  }

  /** Whether the header names an event type that belongs on another topic than the record's. */
  static boolean misplaced(ConsumerRecord<String, byte[]> record, EventTypes types) {
    return typeHeader(record)
        .flatMap(types::named)
        .flatMap(named -> types.topicOf(named.aggregateType()))
        .filter(topic -> !topic.equals(record.topic()))
        .isPresent();
  }

  /** Reads the value of a record, which is null when the record has none. */
  static Arrival read(byte[] value, EventTypes types) {
    if (value == null) {
      return new Unreadable(
          Optional.empty(), UnreadableEvent.malformed("A record without a value", null));
    }
    try {
      EventEnvelope event = EnvelopeJson.read(value);
      return known(event.type(), types)
          ? new Readable(event)
          : new Unreadable(Optional.of(event), UnreadableEvent.newer(event.type()));
    } catch (UnreadableEvent e) {
      return new Unreadable(Optional.empty(), e);
    }
  }

  private static boolean known(EventType type, EventTypes types) {
    return types
        .named(type.name())
        .filter(registered -> type.version() <= registered.type().version())
        .isPresent();
  }

  /** What arrived, by its ids and its place; never its data. */
  static String describe(Arrival arrival, Polled polled) {
    return arrival
        .envelope()
        .map(
            e ->
                "%s %s, %s sequence %d, correlation %s, at %s"
                    .formatted(
                        e.type(),
                        e.eventId(),
                        e.stream(),
                        e.sequence(),
                        e.metadata().correlationId(),
                        polled.place()))
        .orElseGet(() -> "The record at " + polled.place());
  }

  /** The envelope, as far as it was readable. */
  default Optional<EventEnvelope> envelope() {
    return switch (this) {
      case Readable r -> Optional.of(r.event());
      case Unreadable u -> u.event();
    };
  }
}
