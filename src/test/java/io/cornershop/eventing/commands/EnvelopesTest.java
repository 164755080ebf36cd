package io.cornershop.eventing.commands;

import static io.cornershop.eventing.testing.CounterFixtures.DOOR;
import static io.cornershop.eventing.testing.CounterFixtures.DOOR_STREAM;
import static io.cornershop.eventing.testing.CounterFixtures.JSON;
import static io.cornershop.eventing.testing.CounterFixtures.METADATA;
import static io.cornershop.eventing.testing.CounterFixtures.NOON;
import static io.cornershop.eventing.testing.CounterFixtures.TYPES;
import static io.cornershop.eventing.testing.CounterFixtures.context;
import static io.cornershop.eventing.testing.CounterFixtures.envelopesBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventType;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.eventing.testing.BackwardsCodec;
import io.cornershop.eventing.testing.CounterEvent;
import io.cornershop.eventing.testing.CounterEvent.Counted;
import io.cornershop.eventing.testing.CounterEvent.Stopped;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.EventMetadata;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EnvelopesTest {

  private static final List<CounterEvent> EVENTS = List.of(new Counted(DOOR, 8), new Stopped(DOOR));

  private static StreamHead headAt(Instant time) {
    return new StreamHead(DOOR_STREAM, 7, "Counter/door/000000000007", "hash", time);
  }

  private static Clock clockAt(Instant time) {
    return Clock.fixed(time, ZoneOffset.UTC);
  }

  @Test
  void go_on_behind_the_head() {
    List<EventEnvelope> wrapped =
        envelopesBy(clockAt(NOON)).wrap(EVENTS, headAt(Instant.EPOCH), context("a"));

    assertThat(wrapped)
        .containsExactly(
            new EventEnvelope(
                wrapped.get(0).eventId(),
                new EventType("Counted", 1),
                DOOR_STREAM,
                8,
                NOON,
                "{\"counterId\":\"door\",\"total\":8}",
                METADATA,
                OptionalLong.empty()),
            new EventEnvelope(
                wrapped.get(1).eventId(),
                new EventType("Stopped", 1),
                DOOR_STREAM,
                9,
                NOON,
                "{\"counterId\":\"door\"}",
                METADATA,
                OptionalLong.empty()));
  }

  @Test
  void have_ids_of_version_7_that_are_all_different() {
    List<EventEnvelope> wrapped =
        envelopesBy(clockAt(NOON)).wrap(EVENTS, headAt(NOON), context("a"));

    assertThat(wrapped).extracting(event -> event.eventId().version()).containsOnly(7);
    assertThat(wrapped).extracting(EventEnvelope::eventId).doesNotHaveDuplicates();
  }

  @Test
  void never_go_back_in_time_when_the_clock_does() {
    Instant later = NOON.plusSeconds(60);

    assertThat(envelopesBy(clockAt(NOON)).wrap(EVENTS, headAt(later), context("a")))
        .extracting(EventEnvelope::timestamp)
        .containsOnly(later);
    assertThat(envelopesBy(clockAt(later)).wrap(EVENTS, headAt(NOON), context("a")))
        .extracting(EventEnvelope::timestamp)
        .containsOnly(later);
  }

  @Test
  void keep_milliseconds_only() {
    Clock exact = clockAt(Instant.parse("2026-11-05T12:00:00.250999999Z"));

    assertThat(envelopesBy(exact).wrap(EVENTS, headAt(Instant.EPOCH), context("a")))
        .extracting(EventEnvelope::timestamp)
        .containsOnly(NOON);
  }

  @Test
  void protect_where_the_caller_sits_by_the_callers_own_key() {
    EventMetadata personal =
        new EventMetadata(
            "correlation-1",
            "causation-1",
            "user-1",
            "cornershop",
            Optional.empty(),
            Optional.of("192.0.2.1"),
            Optional.of("curl/8"),
            Optional.empty(),
            Optional.empty());
    Envelopes envelopes = new Envelopes(TYPES, JSON, new BackwardsCodec(), clockAt(NOON));

    List<EventEnvelope> wrapped =
        envelopes.wrap(EVENTS, headAt(NOON), CommandContext.of(new CommandId("a"), personal));

    EventMetadata metadata = wrapped.getFirst().metadata();
    assertThat(metadata.ipAddress()).contains("user-1:1.2.0.291");
    assertThat(metadata.userAgent()).contains("user-1:8/lruc");
    assertThat(metadata.userId()).isEqualTo("user-1");
  }
}
