package io.cornershop.eventing.commands;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.PersonalDataCodec;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.EventMetadata;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Puts decided events into envelopes: ids (UUID version 7), sequences behind the head, a time that
 * never goes back within the stream, and the metadata, whose personal part passes the codec too.
 * Thread-safe.
 */
public final class Envelopes {

  private final EventTypes types;
  private final EventJson json;
  private final PersonalDataCodec codec;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  public Envelopes(EventTypes types, EventJson json, PersonalDataCodec codec, Clock clock) {
    this.types = types;
    this.json = json;
    this.codec = codec;
    this.clock = clock;
  }

  /** The events as they will be stored behind {@code head}. */
  public List<EventEnvelope> wrap(
      List<? extends DomainEvent> events, StreamHead head, CommandContext context) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant timestamp = now.isBefore(head.timestamp()) ? head.timestamp() : now;
    EventMetadata metadata = protect(context.metadata());
    List<EventEnvelope> wrapped = new ArrayList<>(events.size());
    for (DomainEvent event : events) {
      wrapped.add(
          new EventEnvelope(
              ids.generate(),
              types.of(event.getClass()).type(),
              head.stream(),
              head.sequence() + wrapped.size() + 1,
              timestamp,
              json.encode(event),
              metadata,
              OptionalLong.empty()));
    }
    return wrapped;
  }

  /**
   * Events from outside as they will be stored behind {@code head}, under the producer's ids. Their
   * time is the producer's, as far as it lies between the event before and now.
   */
  List<EventEnvelope> wrapReceived(List<Received> events, StreamHead head, EventMetadata metadata) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    EventMetadata kept = protect(metadata);
    Instant latest = head.timestamp();
    List<EventEnvelope> wrapped = new ArrayList<>(events.size());
    for (Received received : events) {
      Instant told = received.happenedAt().filter(at -> at.isBefore(now)).orElse(now);
      latest = told.isBefore(latest) ? latest : told;
      wrapped.add(
          new EventEnvelope(
              received.eventId(),
              types.of(received.event().getClass()).type(),
              head.stream(),
              head.sequence() + wrapped.size() + 1,
              latest,
              json.encode(received.event()),
              kept,
              OptionalLong.empty()));
    }
    return wrapped;
  }

  private EventMetadata protect(EventMetadata m) {
    return new EventMetadata(
        m.correlationId(),
        m.causationId(),
        m.userId(),
        m.source(),
        m.sessionId(),
        m.ipAddress().map(ip -> codec.protect(m.userId(), ip)),
        m.userAgent().map(agent -> codec.protect(m.userId(), agent)),
        m.saga(),
        m.traceparent());
  }
}
