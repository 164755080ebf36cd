package io.cornershop.eventing.deadletters;

import static io.cornershop.eventing.deadletters.Letters.CUPS;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.EnvelopeJson;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.CommitFixtures;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.InMemoryPositionLog;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.store.StreamHead;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LetterPayloadsTest {

  private final InMemoryEventStore store =
      new InMemoryEventStore(StoreLimits.USUAL, CommitFixtures.CLOCK);
  private final InMemoryPositionLog log = new InMemoryPositionLog();
  private final StoredEvents stored = new StoredEvents(store, log);
  private final InMemoryDeadLetters letters = new InMemoryDeadLetters();
  private final LetterPayloads payloads = new LetterPayloads(letters, stored);
  private EventEnvelope event;

  /** The last event of the second commit of the log. */
  @BeforeEach
  void fill() {
    for (String cup : List.of("cup-1", "cup-2", "cup-3")) {
      StreamHead head = StreamHead.empty(new StreamId("Counter", cup));
      store.append(CommitFixtures.commit(head, cup, 2));
      Commit commit = store.read(head.stream(), 1, 1).getFirst();
      log.append(List.of(log.head().next(commit)));
    }
    event = store.read(new StreamId("Counter", "cup-2"), 1, 1).getFirst().events().get(1).at(2_001);
  }

  private static byte[] bytes(EventEnvelope event) {
    return EnvelopeJson.write(event).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void the_store_has_an_event_only_in_the_very_bytes() {
    byte[] bytes = bytes(event);
    assertThat(stored.has(event, bytes)).isTrue();
    bytes[bytes.length - 1] = ' ';
    assertThat(stored.has(event, bytes)).isFalse();
  }

  @Test
  void the_store_has_no_event_that_only_claims_its_place() {
    EventEnvelope elsewhere = event.at(3_001);
    EventEnvelope beyond = event.at(4_001);
    EventEnvelope nowhere = event.at(7);
    assertThat(stored.has(elsewhere, bytes(elsewhere))).isFalse();
    assertThat(stored.has(beyond, bytes(beyond))).isFalse();
    assertThat(stored.has(nowhere, bytes(nowhere))).isFalse();
  }

  @Test
  void a_letter_about_a_stored_event_needs_no_bytes_of_its_own() {
    Letter letter = Letters.waiting(CUPS, 2_001).storedAs(event.eventId());
    assertThat(payloads.present(letter).orElseThrow()).isEqualTo(bytes(event));
    assertThat(payloads.original(letter).orElseThrow()).isEqualTo(bytes(event));
  }

  @Test
  void a_letter_of_a_former_build_has_its_bytes_beside_it() {
    Letter letter = Letters.waiting(CUPS, 2_001);
    letters.keepPayload(letter.id(), 0, new byte[] {7});
    assertThat(payloads.present(letter).orElseThrow()).isEqualTo(new byte[] {7});
  }

  @Test
  void an_edited_letter_has_both() {
    Letter letter = Letters.waiting(CUPS, 2_001).storedAs(event.eventId()).edited(1);
    letters.keepPayload(letter.id(), 1, new byte[] {7});
    assertThat(payloads.present(letter).orElseThrow()).isEqualTo(new byte[] {7});
    assertThat(payloads.original(letter).orElseThrow()).isEqualTo(bytes(event));
  }

  @Test
  void a_letter_whose_event_is_not_there_has_no_bytes() {
    assertThat(payloads.present(Letters.waiting(CUPS, 2_001).storedAs(new UUID(1, 2)))).isEmpty();
  }
}
