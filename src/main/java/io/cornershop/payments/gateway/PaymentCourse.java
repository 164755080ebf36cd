package io.cornershop.payments.gateway;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.kernel.Money;
import io.cornershop.payments.PaymentEvent;
import io.cornershop.payments.PaymentEvent.PaymentCancellationRequested;
import io.cornershop.payments.PaymentEvent.PaymentInitiated;
import io.cornershop.payments.PaymentEvent.PaymentRefundRequested;
import io.cornershop.payments.PaymentEvent.PaymentRefunded;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that has happened to a payment, in order; none of it before it was heard of. */
record PaymentCourse(List<Past> past) {

  /** One thing that has happened. */
  record Past(EventEnvelope envelope, PaymentEvent event) {}

  /** A request to give this money back. */
  record GivingBack(EventEnvelope cause, String refundId, Money amount) {}

  PaymentCourse {
    past = List.copyOf(past);
  }

  Standing standing() {
    Standing standing = Standing.NONE;
    for (Past each : past) {
      standing = standing.after(each.event(), each.envelope());
    }
    return standing;
  }

  boolean isEmpty() {
    return past.isEmpty();
  }

  /** The sequence of the last event. */
  long sequence() {
    return past.getLast().envelope().sequence();
  }

  /** The event that the authorisation was requested by; empty for a payment that never began. */
  Optional<EventEnvelope> initiation() {
    return past.stream()
        .filter(each -> each.event() instanceof PaymentInitiated)
        .map(Past::envelope)
        .findFirst();
  }

  /**
   * What is to be paid.
   *
   * @throws java.util.NoSuchElementException for a payment that never began
   */
  Money amount() {
    return past.stream().flatMap(each -> initiated(each.event())).findFirst().orElseThrow();
  }

  private static Stream<Money> initiated(PaymentEvent event) {
    return event instanceof PaymentInitiated e ? Stream.of(e.amount()) : Stream.empty();
  }

  /** The cancellation that has no answer yet. */
  Optional<EventEnvelope> cancellation() {
    Standing now = standing();
    return past.stream()
        .map(Past::envelope)
        .filter(envelope -> now.awaitsCancellation(envelope.sequence()))
        .findFirst();
  }

  /** The request to give money back that had this key. */
  Optional<GivingBack> requestOf(String key) {
    return past.stream()
        .filter(each -> PaymentDesk.key(each.envelope(), PaymentDesk.REFUND).equals(key))
        .flatMap(this::givingBack)
        .findFirst();
  }

  private Stream<GivingBack> givingBack(Past each) {
    EventEnvelope cause = each.envelope();
    if (each.event() instanceof PaymentRefundRequested e) {
      return Stream.of(new GivingBack(cause, e.refundId(), e.amount()));
    }
    return each.event() instanceof PaymentCancellationRequested && hasAuthorization()
        ? Stream.of(
            new GivingBack(cause, PaymentEvent.CANCELLATION, standing().leftAt(cause.sequence())))
        : Stream.empty();
  }

  private boolean hasAuthorization() {
    return standing().authorization().isPresent();
  }

  /** Whether the provider has not yet answered this request. */
  boolean awaits(GivingBack request) {
    Standing now = standing();
    long sequence = request.cause().sequence();
    return now.stage() == Standing.Stage.CAPTURED
        && (now.awaitsCancellation(sequence) || now.awaitsRefund(request.refundId(), sequence));
  }

  /** Whether this amount was given back under the id. */
  boolean hasPaid(String refundId, Money amount) {
    return past.stream()
        .map(Past::event)
        .anyMatch(
            event ->
                event instanceof PaymentRefunded e
                    && e.refundId().equals(refundId)
                    && e.amount().equals(amount));
  }
}
