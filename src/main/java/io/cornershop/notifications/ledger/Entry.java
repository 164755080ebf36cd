package io.cornershop.notifications.ledger;

import io.cornershop.kernel.CustomerId;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.NotificationId;
import java.time.Instant;
import java.util.Optional;

/**
 * One message to one person by one channel. Immutable.
 *
 * @param customerId absent when it goes to the shop's staff
 * @param sealed address and text, encrypted with the person's key, see {@link Envelope}; absent
 *     when there are none
 * @param enteredAt in milliseconds
 * @param usefulUntil later than this nobody is told any more
 * @param epoch the life of the store in which it was entered or last taken up
 * @param abandoned whether whoever tried to send it last has vanished, and may yet come back
 * @param open whether its outcome has still to be told to others
 * @param version grows with each change
 */
public record Entry(
    NotificationId id,
    Cause cause,
    Optional<CustomerId> customerId,
    Channel channel,
    Optional<String> sealed,
    Instant enteredAt,
    Instant usefulUntil,
    String epoch,
    Progress progress,
    boolean abandoned,
    boolean open,
    long version) {

  /** Whose key the sealed part is encrypted with: the customer's, or the one of all staff. */
  public String subject() {
    // no customer has an id with a colon
    return customerId.map(CustomerId::value).orElse("notifications:staff");
  }

  /** Where it stands. */
  public State state() {
    return progress.state();
  }

  /** The same with words, before it is entered. */
  public Entry sealedAs(String text) {
    return new Entry(
        id,
        cause,
        customerId,
        channel,
        Optional.of(text),
        enteredAt,
        usefulUntil,
        epoch,
        progress,
        abandoned,
        open,
        version);
  }

  /** The same, so far. */
  public Entry with(Progress next) {
    return next(next, epoch, usefulUntil, open);
  }

  /** The same, so far, with an outcome that others have still to be told. */
  public Entry toBeTold(Progress outcome) {
    return next(outcome, epoch, usefulUntil, true);
  }

  /** The same, of which nobody has to be told anything any more. */
  public Entry told() {
    return next(progress, epoch, usefulUntil, false);
  }

  /** The same, after whoever tried has vanished. */
  public Entry left(Progress next) {
    return new Entry(
        id,
        cause,
        customerId,
        channel,
        sealed,
        enteredAt,
        usefulUntil,
        epoch,
        next,
        true,
        open,
        version + 1);
  }

  /** The same, to be sent again on somebody's word, in this life of the store. */
  public Entry again(Progress pending, Instant newUsefulUntil, String newEpoch) {
    return next(pending, newEpoch, newUsefulUntil, false);
  }

  private Entry next(Progress next, String newEpoch, Instant until, boolean stillOpen) {
    return new Entry(
        id,
        cause,
        customerId,
        channel,
        sealed,
        enteredAt,
        until,
        newEpoch,
        next,
        false,
        stillOpen,
        version + 1);
  }
}
