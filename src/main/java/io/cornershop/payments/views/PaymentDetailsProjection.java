package io.cornershop.payments.views;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.Projection;
import io.cornershop.eventing.projections.RowIndex;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.EventKinds;
import io.cornershop.kernel.PaymentId;
import io.cornershop.payments.PaymentEvent;
import io.cornershop.payments.PaymentEvent.PaymentAuthorized;
import io.cornershop.payments.PaymentEvent.PaymentCancellationRequested;
import io.cornershop.payments.PaymentEvent.PaymentCompleted;
import io.cornershop.payments.PaymentEvent.PaymentFailed;
import io.cornershop.payments.PaymentEvent.PaymentInitiated;
import io.cornershop.payments.PaymentEvent.PaymentOutcomeUnknown;
import io.cornershop.payments.PaymentEvent.PaymentRefundFailed;
import io.cornershop.payments.PaymentEvent.PaymentRefundRequested;
import io.cornershop.payments.PaymentEvent.PaymentRefunded;
import io.cornershop.payments.PaymentEvent.PaymentVoided;
import io.cornershop.payments.PaymentEvent.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes {@link PaymentDetails} rows. A payment that was never begun has none. */
@ApplicationScoped
public class PaymentDetailsProjection implements Projection<PaymentDetails> {

  public static final String NAME = "payment_details";

  /** Where the events of a payment are. */
  public static StreamId streamOf(PaymentId payment) {
    return new StreamId("Payment", payment.value());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<PaymentDetails> rowType() {
    return PaymentDetails.class;
  }

  /** 2: tells where a refund stands. */
  @Override
  public int version() {
    return 2;
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return EventKinds.of(PaymentEvent.class);
  }

  @Override
  public String rowOf(DomainEvent event) {
    return ((PaymentEvent) event).paymentId().value();
  }

  @Override
  public PaymentDetails apply(
      Optional<PaymentDetails> row, DomainEvent event, EventEnvelope envelope) {
    PaymentEvent payment = (PaymentEvent) event;
    long sequence = envelope.sequence();
    return payment instanceof PaymentInitiated e
        ? PaymentDetails.of(e, sequence)
        : after(row.orElseGet(() -> neverBegun(payment, envelope)), payment, sequence);
  }

  private static PaymentDetails neverBegun(PaymentEvent event, EventEnvelope envelope) {
    return new PaymentDetails(
        event.paymentId().value(),
        event.orderId().value(),
        event.customerId().value(),
        Status.VOIDED.toString(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        envelope.timestamp(),
        envelope.sequence());
  }

  private static PaymentDetails after(PaymentDetails row, PaymentEvent event, long sequence) {
    Optional<Status> status = event.status();
    return switch (event) {
      case PaymentInitiated e -> row;
      case PaymentAuthorized e ->
          row.knownAs(e.providerReference()).now(status, e.authorizedAt(), sequence);
      case PaymentCompleted e ->
          row.knownAs(e.providerReference()).now(status, e.completedAt(), sequence);
      case PaymentFailed e -> row.because(e.reason()).now(status, e.failedAt(), sequence);
      case PaymentOutcomeUnknown e -> row.now(status, e.noticedAt(), sequence);
      case PaymentCancellationRequested e ->
          row.cancelling().now(status, e.requestedAt(), sequence);
      case PaymentVoided e -> row.now(status, e.voidedAt(), sequence);
      case PaymentRefundRequested e -> row.refunding().now(status, e.requestedAt(), sequence);
      case PaymentRefunded e ->
          row.refunded(e.totalRefunded()).now(status, e.refundedAt(), sequence);
      case PaymentRefundFailed e -> row.notRefunded(e.reason()).now(status, e.failedAt(), sequence);
    };
  }

  @Override
  public List<RowIndex> indexes() {
    return List.of(RowIndex.on("orderId", "_id"), RowIndex.on("customerId", "_id"));
  }
}
