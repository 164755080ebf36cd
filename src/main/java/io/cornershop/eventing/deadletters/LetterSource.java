package io.cornershop.eventing.deadletters;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Where a letter came from. Immutable.
 *
 * @param key of the record
 * @param headers of the record, in order
 */
public record LetterSource(
    String topic, int partition, long offset, Optional<String> key, List<Header> headers) {

  /**
   * A header of a record.
   *
   * @param base64 its bytes; empty when it has none
   */
  public record Header(String name, Optional<String> base64) {

    /** A header with these bytes, which may be null. */
    public static Header of(String name, byte[] value) {
      return new Header(name, Optional.ofNullable(value).map(Base64.getEncoder()::encodeToString));
    }

    /** The bytes, null when there are none. */
    public byte[] value() {
      return base64.map(Base64.getDecoder()::decode).orElse(null);
    }
  }

  public LetterSource {
    headers = List.copyOf(headers);
  }

  /** The partition, by the name that a sequence has for it. */
  public HeldSequence.Home home() {
    return new HeldSequence.Home(topic, partition);
  }

  LetterSource withoutHeaders() {
    return new LetterSource(topic, partition, offset, key, List.of());
  }

  /** The partition as a text. */
  public String place() {
    return topic + "-" + partition;
  }

  /** The bytes of the last header of this name. */
  public Optional<byte[]> header(String name) {
    return headers.reversed().stream()
        .filter(header -> header.name().equals(name))
        .findFirst()
        .map(Header::value)
        .map(value -> Arrays.copyOf(value, value.length));
  }
}
