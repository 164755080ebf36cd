package io.cornershop.payments.gateway;

import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.consuming.Channels;
import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.kernel.CommandId;
import io.cornershop.payments.PaymentEvent;
import io.cornershop.payments.PaymentEvent.PaymentAuthorized;
import io.cornershop.payments.PaymentEvent.PaymentCancellationRequested;
import io.cornershop.payments.PaymentEvent.PaymentInitiated;
import io.cornershop.payments.PaymentEvent.PaymentRefundRequested;
import io.cornershop.payments.gateway.Answer.Done;
import io.cornershop.payments.gateway.Answer.Refused;
import io.cornershop.payments.gateway.Answer.Unknown;
import io.cornershop.payments.gateway.Standing.Stage;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * Asks the provider for what payments request, and tells them its answers. Thread-safe.
 *
 * <p>Each request has a key that derives from its event, and is made only while the payment still
 * waits for it: an event that comes again, also after a crash between the provider and the record,
 * moves no money a second time, not even when the provider has forgotten the key. An unknown
 * outcome is recorded once and leaves the event unhandled, so that the engine asks again and keeps
 * the later events of the payment behind it. A provider that contradicts itself leaves the event
 * unhandled for somebody to look at.
 */
public final class PaymentDesk implements EventHandler {

  /** The stable name; keys and command ids derive from it. */
  public static final String NAME = "payment-desk";

  /** The request whose key a refund has, of whatever event. */
  static final String REFUND = "refund";

  /**
   * What the desk reads and writes with.
   *
   * @param clock when an answer came; for people only
   */
  public record Office(
      EventTypes types, EventJson json, EventStore store, CommandHandler commands, Clock clock) {}

  private final PaymentProvider provider;
  private final Office office;
  private final PaymentHistory history;
  private final Outcomes outcomes;
  private final Cancellations cancellations;
  private final Set<String> eventTypes;

  public PaymentDesk(PaymentProvider provider, Office office) {
    this.provider = provider;
    this.office = office;
    this.history = new PaymentHistory(office.store(), office.json());
    this.outcomes = new Outcomes(office.commands(), office.clock());
    this.cancellations = new Cancellations(provider, outcomes);
    this.eventTypes =
        office
            .types()
            .namesOf(
                List.of(
                    PaymentInitiated.class,
                    PaymentAuthorized.class,
                    PaymentCancellationRequested.class,
                    PaymentRefundRequested.class));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String group() {
    return Channels.GATEWAYS;
  }

  @Override
  public Set<String> eventTypes() {
    return eventTypes;
  }

  @Override
  public void handle(EventEnvelope cause) {
    PaymentEvent event = (PaymentEvent) office.json().decode(cause);
    Standing now = history.of(cause.stream());
    if (event instanceof PaymentInitiated e && now.stage() == Stage.INITIATED) {
      authorize(cause, e);
    } else if (event instanceof PaymentAuthorized e && now.isToBeCaptured()) {
      capture(cause, e);
    } else if (event instanceof PaymentCancellationRequested
        && now.awaitsCancellation(cause.sequence())) {
      cancellations.carryOut(cause, now);
    } else if (event instanceof PaymentRefundRequested e
        && now.awaitsRefund(e.refundId(), cause.sequence())) {
      refund(cause, e, now.authorized().reference());
    }
  }

  private void authorize(EventEnvelope cause, PaymentInitiated payment) {
    switch (provider.authorize(key(cause, "authorize"), payment)) {
      case Done d -> outcomes.authorized(cause, d.reference());
      case Refused r -> outcomes.failed(cause, r.reason());
      case Unknown u -> throw outcomes.unknown(cause);
    }
  }

  private void capture(EventEnvelope cause, PaymentAuthorized payment) {
    String reference = payment.providerReference();
    switch (provider.capture(key(cause, "capture"), reference, payment.amount())) {
      case Done d -> outcomes.captured(cause, reference);
      case Refused r -> release(cause, reference, r.reason());
      case Unknown u -> throw outcomes.unknown(cause);
    }
  }

  /** What cannot be taken is not held any longer. */
  private void release(EventEnvelope cause, String reference, String reason) {
    switch (provider.voidAuthorization(key(cause, "release"), reference)) {
      case Done d -> outcomes.failed(cause, reason);
      case Refused r -> throw contradiction(cause);
      case Unknown u -> throw outcomes.unknown(cause);
    }
  }

  private void refund(EventEnvelope cause, PaymentRefundRequested refund, String reference) {
    String key = key(cause, REFUND);
    switch (provider.refund(key, refund.paymentId(), reference, refund.amount())) {
      case Done d -> outcomes.refunded(cause, refund.refundId(), refund.amount());
      case Refused r -> outcomes.refundRefused(cause, refund.refundId(), r.reason());
      case Unknown u -> throw outcomes.unknown(cause);
    }
  }

  /** The key of a request: the same whenever the event comes. */
  static String key(EventEnvelope cause, String request) {
    return CommandId.of(NAME, request, cause.eventId().toString()).value();
  }

  /** What only somebody can clear up. */
  static IllegalStateException contradiction(EventEnvelope cause) {
    return new IllegalStateException(
        "The provider neither takes nor lets go of payment " + cause.stream().aggregateId());
  }
}
