package io.cornershop.kernel;

/** What a text of people (a name, a reason) may look like. Stateless. */
public final class PlainText {

  private PlainText() {}

  /**
   * Whether {@code text} is one line of 1 to {@code maxLength} characters that shows something: no
   * line breaks or other control characters, which would reach mail headers and logs.
   */
  public static boolean isLine(String text, int maxLength) {
    return text != null
        && !text.isBlank()
        && text.length() <= maxLength
        && text.codePoints().noneMatch(PlainText::breaksLines);
  }

  private static boolean breaksLines(int character) {
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
