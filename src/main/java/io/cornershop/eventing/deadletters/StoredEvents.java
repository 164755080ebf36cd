package io.cornershop.eventing.deadletters;

import io.cornershop.eventing.events.EnvelopeJson;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The events of the store as the bytes that they are published as. Thread-safe; its methods throw
 * {@link io.cornershop.kernel.Unavailable} when the database does not answer.
 */
public final class StoredEvents {

  private final EventStore store;
  private final PositionLog log;

  public StoredEvents(EventStore store, PositionLog log) {
    this.store = store;
    this.log = log;
  }

  /**
   * Whether the store has an event in exactly these bytes, so that they need not be kept. What a
   * record says of itself is not trusted: anybody can have written it.
   *
   * @param claimed the event that the bytes are said to be
   */
  public boolean has(EventEnvelope claimed, byte[] bytes) {
    return claimed.position().isPresent()
        && bytes(claimed.position().getAsLong(), claimed.eventId())
            .filter(stored -> Arrays.equals(stored, bytes))
            .isPresent();
  }

  /** The bytes of the event at a position; empty when that is another event, or none. */
  public Optional<byte[]> bytes(long position, UUID eventId) {
    long number = position / EventEnvelope.POSITIONS_PER_COMMIT;
    int index = (int) (position % EventEnvelope.POSITIONS_PER_COMMIT);
    if (number < 1) {
      return Optional.empty();
    }
    return log.readAfter(number - 1, 1).stream()
        .filter(entry -> entry.number() == number)
        .flatMap(entry -> store.readAll(List.of(entry.commitId())).stream())
        .flatMap(commit -> commit.events().stream().skip(index).limit(1))
        .filter(event -> event.eventId().equals(eventId))
        .map(event -> EnvelopeJson.write(event.at(position)).getBytes(StandardCharsets.UTF_8))
        .findFirst();
  }
}
