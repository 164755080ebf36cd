package io.cornershop.bootstrap;

import static io.cornershop.testing.WholeShop.JSON;
import static io.cornershop.testing.WholeShop.TYPES;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.cornershop.eventing.events.EnvelopeJson;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.UnreadableEvent;
import io.cornershop.kernel.DomainEvent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;

/**
 * Whatever bytes lie on a topic or in the store: they are an event, or they are unreadable, and
 * nothing else happens. Runs over the committed seeds; how it searches for more is in the README.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventDecoderFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void any_bytes_are_an_envelope_that_is_written_as_it_was_read_or_are_unreadable(byte[] bytes) {
    envelope(bytes)
        .ifPresent(
            event ->
                assertThat(
                        EnvelopeJson.read(
                            EnvelopeJson.write(event).getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(event));
  }

  @FuzzTest(maxDuration = "1m")
  void any_data_is_an_event_that_is_read_as_it_was_written_or_is_unreadable(byte[] bytes) {
    envelope(bytes)
        .ifPresent(
            event ->
                event(event)
                    .ifPresent(
                        decoded ->
                            assertThat(JSON.decode(withData(event, decoded))).isEqualTo(decoded)));
  }

  private static Optional<EventEnvelope> envelope(byte[] bytes) {
    try {
      return Optional.of(EnvelopeJson.read(bytes));
    } catch (UnreadableEvent e) {
      return Optional.empty();
    }
  }

  private static Optional<DomainEvent> event(EventEnvelope envelope) {
    try {
      return Optional.of(JSON.decode(envelope));
    } catch (UnreadableEvent e) {
      return Optional.empty();
    }
  }

  private static EventEnvelope withData(EventEnvelope event, DomainEvent decoded) {
    return new EventEnvelope(
        event.eventId(),
        TYPES.of(decoded.getClass()).type(),
        event.stream(),
        event.sequence(),
        event.timestamp(),
        JSON.encode(decoded),
        event.metadata(),
        event.position());
  }
}
