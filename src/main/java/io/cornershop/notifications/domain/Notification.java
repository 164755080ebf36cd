package io.cornershop.notifications.domain;

/**
 * A message as others hear of it: {@code None → Failed → Sent}, or sent at once. It fails again
 * when it is tried again in vain, and once sent it stays so.
 */
public sealed interface Notification {

  /** Nothing is known yet. */
  record None() implements Notification {}

  /**
   * Not sent.
   *
   * @param attempt after so many
   */
  record Failed(int attempt) implements Notification {}

  /** Sent. */
  record Sent(int attempt) implements Notification {}
}
