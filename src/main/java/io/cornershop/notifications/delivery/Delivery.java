package io.cornershop.notifications.delivery;

import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.timers.Timer;
import io.cornershop.eventing.timers.TimerHandler;
import io.cornershop.kernel.LogField;
import io.cornershop.kernel.LogScope;
import io.cornershop.kernel.ReplayFirewall;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.NotificationId;
import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.ledger.Ledger;
import io.cornershop.notifications.ledger.Seals;
import io.cornershop.notifications.messages.Transport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Looks after one message each time that its timer fires, until nothing is left to do. Thread-safe.
 *
 * <p>An attempt is claimed by compare-and-set before the transport is called, and its outcome noted
 * by the same: of two nodes one sends. The outcome is then told as an event. A crash leaves the
 * timer, which fires again and goes on from what the ledger says: an attempt of which nobody has
 * noted the outcome was perhaps sent, so the provider is asked, and if it cannot tell, an operator
 * decides. Of an entry from before a restore of the store nobody knows what happened since.
 */
public final class Delivery implements TimerHandler {

  /**
   * What the delivery reads and writes with.
   *
   * @param epoch the present life of the store
   * @param clock for times that people see and for waiting; it decides nothing else
   * @param observer is told of attempts and of what was sent
   * @param traces notes each attempt
   * @param pause lets the thread wait
   */
  public record Office(
      Ledger ledger,
      DeliveryTimers timers,
      Seals seals,
      Addressees addressees,
      CommandHandler commands,
      Supplier<String> epoch,
      Clock clock,
      DeliveryObserver observer,
      DeliveryTraces traces,
      Consumer<Duration> pause) {}

  private final Office office;
  private final Attempts attempts;
  private final Inquiries inquiries;
  private final Settling settling;

  /**
   * @param transports of the channels that there are
   */
  public Delivery(
      Office office,
      Map<Channel, Transport> transports,
      DeliverySettings settings,
      GoneAddresses gone,
      RandomGenerator random) {
    this.office = office;
    NextStep steps = new NextStep(new Pauses(random));
    this.settling = new Settling(office, settings.claim());
    this.attempts = new Attempts(office, new Lines(transports, settings), settling, steps, gone);
    this.inquiries = new Inquiries(office, transports, settling, steps);
  }

  @Override
  public String kind() {
    return DeliveryTimers.KIND;
  }

  @Override
  public void fire(Timer timer) {
    ReplayFirewall.requireLive("notifications");
    office.ledger().find(new NotificationId(timer.subject())).ifPresent(this::goOnInScope);
  }

  private void goOnInScope(Entry entry) {
    try (LogScope lines = LogScope.open(LogField.CORRELATION, entry.cause().correlationId())) {
      lines.with(LogField.EVENT, entry.cause().eventId());
      lines.with(LogField.AGGREGATE, "Notification/" + entry.id());
      goOn(entry);
    }
  }

  private void goOn(Entry entry) {
    Instant now = office.clock().instant();
    if (entry.state().isOpen() && !entry.epoch().equals(office.epoch().get())) {
      settling.note(NextStep.left(entry, "the store was restored since", now));
    } else if (now.isBefore(entry.progress().due())) {
      office.timers().schedule(entry.id(), entry.progress().due());
    } else {
      lookAfter(entry, now);
    }
  }

  private void lookAfter(Entry entry, Instant now) {
    switch (entry.state()) {
      case PENDING -> attempts.make(entry, now);
      case SENDING -> inquiries.aboutLeft(entry, now);
      case UNKNOWN -> inquiries.about(entry, now);
      case SENT, FAILED, EXPIRED, SUPPRESSED -> settling.settle(entry);
    }
  }
}
