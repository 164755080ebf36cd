package io.cornershop.notifications.ledger;

import io.cornershop.json.Json;
import io.cornershop.notifications.PushSubscription;

/** A push subscription as the address of a message: the JSON of its fields. Pure. */
public final class BrowserAddress {

  private BrowserAddress() {}

  /** The address of a browser. */
  public static String of(PushSubscription subscription) {
    return Json.TOLERANT.writeValueAsString(subscription);
  }

  /** The browser at an address. */
  public static PushSubscription read(String address) {
    return Json.TOLERANT.readValue(address, PushSubscription.class);
  }
}
