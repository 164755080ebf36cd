package io.cornershop.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/**
 * Reads texts, but none with half of a surrogate pair: such a text has no bytes in UTF-8, so it
 * would come out of the store as another one, and no hash would fit.
 */
final class WellFormedText extends StringDeserializer {

  @Override
  public String deserialize(JsonParser in, DeserializationContext context) {
    String text = super.deserialize(in, context);
    return text == null || isWellFormed(text)
        ? text
        : (String) context.handleWeirdStringValue(String.class, text, "half of a surrogate pair");
  }

  static boolean isWellFormed(String text) {
    for (int index = 0; index < text.length(); index++) {
      char unit = text.charAt(index);
      if (Character.isSurrogate(unit)) {
        index++;
        if (index == text.length() || !Character.isSurrogatePair(unit, text.charAt(index))) {
          return false;
        }
      }
    }
    return true;
  }
}
