package io.cornershop.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * A time as others may send it: a text by ISO 8601 with its offset, from 1970 to 9999, kept to the
 * millisecond like every time here. What could only be guessed is refused: a number of unknown
 * unit, a leap second, a time without an offset.
 */
final class StrictTime extends ValueDeserializer<Instant> {

  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  @Override
  public Instant deserialize(JsonParser in, DeserializationContext context) {
    if (!in.hasToken(JsonToken.VALUE_STRING)) {
      return (Instant) context.handleUnexpectedToken(Instant.class, in);
    }
    String text = in.getString();
    try {
      Instant time = OffsetDateTime.parse(text).toInstant();
      if (isInRange(time)) {
        return time.truncatedTo(ChronoUnit.MILLIS);
      }
    } catch (DateTimeException e) {
      return refused(text, context);
    }
    return refused(text, context);
  }

  private static boolean isInRange(Instant time) {
    return !time.isBefore(FIRST) && time.isBefore(END);
  }

  private static Instant refused(String text, DeserializationContext context) {
    return (Instant) context.handleWeirdStringValue(Instant.class, text, "not a time of ours");
  }
}
