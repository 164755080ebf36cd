package io.cornershop.kernel;

/** What a text of people (a name, a reason) may look like. Stateless. */
public final class PlainText {

  private PlainText() {}

  /**
   * Whether {@code text} is one line of 1 to {@code maxLength} characters that shows something: no
   * line breaks or other control characters, which would reach mail headers and logs, and nothing
   * that turns the direction of what follows it, which makes a line read as another.
   */
  public static boolean isLine(String text, int maxLength) {
    return text != null
        && text.length() <= maxLength
        && text.codePoints().anyMatch(PlainText::isVisible)
        && text.codePoints().noneMatch(c -> isControl(c) || turnsDirection(c));
  }

  private static boolean isVisible(int character) {
    return !Character.isWhitespace(character)
        && !Character.isSpaceChar(character)
        && Character.getType(character) != Character.FORMAT;
  }

  /** Embeddings, overrides and isolates of the Unicode bidirectional algorithm (UAX #9). */
  private static boolean turnsDirection(int character) {
    return character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
  }

  private static boolean isControl(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
