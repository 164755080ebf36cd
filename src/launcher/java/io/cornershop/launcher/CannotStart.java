package io.cornershop.launcher;

/** The reason, in a sentence for the person at the keyboard, why the platform does not start. */
final class CannotStart extends Exception {

  CannotStart(String sentence) {
    super(sentence);
  }
}
