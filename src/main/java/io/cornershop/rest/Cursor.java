package io.cornershop.rest;

import io.cornershop.kernel.InvalidValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Where a list goes on. Callers get it as an opaque text and give it back as {@code after}.
 *
 * @param parts the sort keys of the last item that was seen; none of them contains a line feed
 */
public record Cursor(List<String> parts) {

  private static final int MAX_LENGTH = 1_000;
  private static final String SEPARATOR = "\n";

  public Cursor {
    parts = List.copyOf(parts);
  }

  /** A cursor of these sort keys. */
  public static Cursor of(String... parts) {
    return new Cursor(List.of(parts));
  }

  /**
   * A cursor of a place in one list, which no other list takes.
   *
   * @param list tells the list from all others: its name and its filters
   */
  public static Cursor within(String list, long place) {
    return within(list, Long.toString(place));
  }

  /**
   * A cursor of a place in one list, which no other list takes.
   *
   * @param list tells the list from all others: its name, its filters and its order
   * @param place without a line feed
   */
  public static Cursor within(String list, String place) {
    return of(markOf(list), place);
  }

  /** Short, whatever the filters are; keeps mistakes apart, not attackers. */
  private static String markOf(String list) {
    return UUID.nameUUIDFromBytes(list.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** The text that callers get. */
  public String encoded() {
    byte[] text = String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  /**
   * Reads what a caller gave back.
   *
   * @throws InvalidValue when it is no cursor of ours
   */
  public static Cursor decode(String encoded) {
    try {
      byte[] text = Base64.getUrlDecoder().decode(encoded);
      String decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
      if (encoded.isEmpty() || encoded.length() > MAX_LENGTH) {
        throw malformed();
      }
      return new Cursor(List.of(decoded.split(SEPARATOR, -1)));
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw malformed();
    }
  }

  /**
   * The place in this list.
   *
   * @throws InvalidValue when the cursor is of another list, or of the same with other filters
   */
  public long placeIn(String list) {
    return parse(textIn(list));
  }

  /**
   * The place in this list, as a text.
   *
   * @throws InvalidValue when the cursor is of another list, or of the same with other filters
   */
  public String textIn(String list) {
    if (!part(0, 2).equals(markOf(list))) {
      throw malformed();
    }
    return part(1, 2);
  }

  private static long parse(String number) {
    try {
      return Long.parseLong(number);
    } catch (NumberFormatException e) {
      throw malformed();
    }
  }

  /**
   * One part of a cursor that must have {@code size} parts.
   *
   * @throws InvalidValue when it has another number of parts: it belongs to another list
   */
  public String part(int index, int size) {
    if (parts.size() != size) {
      throw malformed();
    }
    return parts.get(index);
  }

  static InvalidValue malformed() {
    return new InvalidValue("after", "must be the \"next\" of an earlier answer of this list");
  }
}
