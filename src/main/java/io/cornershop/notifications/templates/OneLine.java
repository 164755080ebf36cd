package io.cornershop.notifications.templates;

/** Texts from outside, made to stay on their line. */
final class OneLine {

  /** Control characters, line and paragraph separators, and what turns the direction of writing. */
  private static final String UNSEEN =
      "[\\p{Cc}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+";

  private OneLine() {}

  /** Without whatever breaks a line or turns it round. */
  static String of(String text) {
    return text.replaceAll(UNSEEN, " ").strip();
  }

  /** Likewise, with usual spaces only: others make an SMS cost twice as much (GSM 03.38). */
  static String plain(String text) {
    return of(text).replace('\u00a0', ' ').replace('\u202f', ' ');
  }

  /** At most {@code length} characters; whole ones. */
  static String cut(String text, int length) {
    if (text.codePointCount(0, text.length()) <= length) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
  }
}
