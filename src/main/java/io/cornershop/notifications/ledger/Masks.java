package io.cornershop.notifications.ledger;

import io.cornershop.notifications.Channel;

/** Shows addresses to those who need not know them. Pure. */
public final class Masks {

  private static final int SHOWN_DIGITS = 2;
  private static final String HIDDEN = "***";

  private Masks() {}

  /** Enough to tell two addresses of one person apart: {@code a***@example.org}. */
  public static String of(Channel channel, String address) {
    return switch (channel) {
      case EMAIL -> mail(address);
      case SMS -> HIDDEN + address.substring(Math.max(0, address.length() - SHOWN_DIGITS));
      case PUSH -> "a browser";
    };
  }

  private static String mail(String address) {
    int at = address.lastIndexOf('@');
    return at < 1 ? HIDDEN : address.substring(0, 1) + HIDDEN + address.substring(at);
  }
}
