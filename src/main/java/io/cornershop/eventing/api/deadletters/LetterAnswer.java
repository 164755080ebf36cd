package io.cornershop.eventing.api.deadletters;

import io.cornershop.eventing.deadletters.Closing;
import io.cornershop.eventing.deadletters.Letter;
import io.cornershop.eventing.deadletters.LetterSource;
import io.cornershop.eventing.deadletters.LetterState;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A letter as operators see it.
 *
 * @param key of the consumer, which is what waits
 * @param recordKey of the record
 * @param waitingBehind how many letters wait for this one
 * @param closedAt when it was retried or discarded
 * @param payload the bytes that will be tried; only when one letter is asked for
 * @param originalPayload the bytes as they came, when they were edited
 */
public record LetterAnswer(
    String id,
    String consumer,
    String topic,
    int partition,
    long offset,
    String key,
    Optional<String> recordKey,
    OptionalLong position,
    String reason,
    int attempts,
    LetterState state,
    long waitingBehind,
    Instant firstFailedAt,
    Instant lastFailedAt,
    Optional<Instant> closedAt,
    Optional<Bytes> payload,
    Optional<Bytes> originalPayload,
    List<Header> headers) {

  /**
   * Bytes.
   *
   * @param text the same as text, when they are some
   */
  public record Bytes(String base64, Optional<String> text) {

    static Bytes of(byte[] bytes) {
      return new Bytes(Base64.getEncoder().encodeToString(bytes), textIn(bytes));
    }
  }

  /** A header of the record; without a value when it had none. */
  public record Header(String name, Optional<Bytes> value) {

    static Header of(LetterSource.Header header) {
      return new Header(header.name(), Optional.ofNullable(header.value()).map(Bytes::of));
    }
  }

  /** What is known beside the letter. */
  record Beside(long waitingBehind, Optional<byte[]> payload, Optional<byte[]> original) {

    static Beside only(long waitingBehind) {
      return new Beside(waitingBehind, Optional.empty(), Optional.empty());
    }
  }

  static LetterAnswer of(Letter letter, Beside beside) {
    LetterSource source = letter.source();
    return new LetterAnswer(
        letter.id(),
        letter.sequence().consumer(),
        source.topic(),
        source.partition(),
        source.offset(),
        letter.sequence().key(),
        source.key(),
        letter.position(),
        letter.failure().reason(),
        letter.failure().attempts(),
        letter.state(),
        beside.waitingBehind(),
        letter.failure().first(),
        letter.failure().last(),
        letter.closing().map(Closing::at),
        beside.payload().map(Bytes::of),
        beside.original().map(Bytes::of),
        source.headers().stream().map(Header::of).toList());
  }

  /** Strict: what only nearly is text would be shown wrongly. */
  private static Optional<String> textIn(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text).filter(t -> t.chars().noneMatch(LetterAnswer::isBinary));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean isBinary(int character) {
    return Character.isISOControl(character) && !Character.isWhitespace(character);
  }
}
