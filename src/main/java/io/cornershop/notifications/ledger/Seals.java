package io.cornershop.notifications.ledger;

import io.cornershop.eventing.events.PersonalDataCodec;
import io.cornershop.json.Json;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * Encrypts what only the person may read, with the key of that person: where the key is destroyed,
 * nothing can be opened any more. Thread-safe.
 */
public final class Seals {

  private final PersonalDataCodec codec;

  public Seals(PersonalDataCodec codec) {
    this.codec = codec;
  }

  /**
   * The envelope as it is stored.
   *
   * @param subject as in {@link Entry#subject}
   * @throws io.cornershop.kernel.Unavailable when the keys cannot be read
   */
  public String seal(String subject, Envelope envelope) {
    return codec.protect(subject, Json.TOLERANT.writeValueAsString(envelope));
  }

  /**
   * What an entry says, and where to; empty when it says nothing, or the person was erased.
   *
   * @throws io.cornershop.kernel.Unavailable when the keys cannot be read
   */
  public Optional<Envelope> open(Entry entry) {
    return entry.sealed().map(text -> codec.reveal(entry.subject(), text)).flatMap(Seals::read);
  }

  /** What an erased value reads as is no JSON. */
  private static Optional<Envelope> read(String text) {
    try {
      return Optional.of(Json.TOLERANT.readValue(text, Envelope.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
