package io.cornershop.notifications.ledger;

import io.cornershop.kernel.CustomerId;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.NotificationId;
import io.cornershop.notifications.messages.Content;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Entries about one shipped order. */
public final class Entries {

  public static final Instant NOON = Instant.parse("2026-03-08T12:00:00.123Z");
  public static final CustomerId ADA = new CustomerId("customer-ada");
  public static final String EPOCH = "life-1";

  /** What has entered them. */
  public static final String TRACEPARENT =
      "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  public static final Cause SHIPPED =
      new Cause(
          "event-1",
          "OrderShipped",
          "Order/order-1",
          4,
          "correlation-1",
          NOON,
          Optional.of(TRACEPARENT));
  public static final Envelope ENVELOPE =
      new Envelope(
          "ada@example.org",
          new Content("Your parcel", "It is on its way.", Optional.of("<p>It is on its way.</p>")),
          Optional.of(URI.create("https://shop.example/unsubscribe/1")));

  private Entries() {}

  /** An e-mail that waits for its time, sealed in plain. */
  public static Entry pending(String id, Seals seals) {
    return entry(id, Channel.EMAIL, Optional.of(ADA), seals);
  }

  /** One that waits. */
  public static Entry entry(String id, Channel channel, Optional<CustomerId> to, Seals seals) {
    Entry open =
        new Entry(
            new NotificationId(id),
            SHIPPED,
            to,
            channel,
            Optional.empty(),
            NOON,
            NOON.plus(Duration.ofDays(3)),
            EPOCH,
            Progress.pending(NOON),
            false,
            false,
            1);
    return open.sealedAs(seals.seal(open.subject(), ENVELOPE));
  }

  /** The same, entered so much later. */
  static Entry later(Entry e, Duration by) {
    return new Entry(
        e.id(),
        e.cause(),
        e.customerId(),
        e.channel(),
        e.sealed(),
        e.enteredAt().plus(by),
        e.usefulUntil(),
        e.epoch(),
        e.progress(),
        e.abandoned(),
        e.open(),
        e.version());
  }
}
