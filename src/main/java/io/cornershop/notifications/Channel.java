package io.cornershop.notifications;

/** A way to reach a person. The names are the contract's, in answers and in events. */
public enum Channel {
  EMAIL,
  SMS,
  PUSH
}
