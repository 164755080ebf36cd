package io.cornershop.processes.fulfilment;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.kernel.Command;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.PaymentId;
import io.cornershop.payments.PaymentCommand.RecordAuthorization;
import io.cornershop.payments.PaymentCommand.RecordCapture;
import io.cornershop.payments.PaymentCommand.RecordFailure;
import io.cornershop.payments.PaymentCommand.RecordRefund;
import io.cornershop.payments.PaymentCommand.RecordUnknownOutcome;
import io.cornershop.payments.PaymentCommand.RecordVoid;
import io.cornershop.payments.PaymentEvent;
import io.cornershop.payments.PaymentEvent.PaymentAuthorized;
import io.cornershop.payments.PaymentEvent.PaymentCancellationRequested;
import io.cornershop.payments.PaymentEvent.PaymentInitiated;
import io.cornershop.payments.PaymentEvent.PaymentRefundRequested;
import io.cornershop.payments.domain.Payment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * Answers what payments ask for, event by event: approves, declines, is silent for ever, or answers
 * only after others have lost patience. Never keeps money of a payment that was cancelled.
 */
final class PaymentProvider {

  private enum Mood {
    APPROVES,
    DECLINES,
    IS_SILENT
  }

  private static final Instant AT = Instant.parse("2026-03-08T12:05:02Z");

  private final long seed;
  private final boolean generous;
  private final Function<PaymentId, Payment> payments;

  PaymentProvider(long seed, boolean generous, Function<PaymentId, Payment> payments) {
    this.seed = seed;
    this.generous = generous;
    this.payments = payments;
  }

  /** What is to be recorded because of an event of a payment. */
  Optional<Command> answer(DomainEvent event) {
    return switch (event) {
      case PaymentInitiated e -> Optional.of(first(e.paymentId()));
      case PaymentAuthorized e -> Optional.of(second(e.paymentId()));
      case PaymentCancellationRequested e -> giveBack(e.paymentId());
      case PaymentRefundRequested e ->
          Optional.of(new RecordRefund(e.paymentId(), e.refundId(), e.amount(), AT));
      default -> Optional.empty();
    };
  }

  static boolean wants(EventEnvelope event) {
    return event.stream().aggregateType().equals("Payment");
  }

  private Command first(PaymentId id) {
    return switch (generous ? Mood.APPROVES : mood(id)) {
      case APPROVES -> new RecordAuthorization(id, "pi", AT);
      case DECLINES -> new RecordFailure(id, "card_declined", AT);
      case IS_SILENT -> new RecordUnknownOutcome(id, AT);
    };
  }

  private Mood mood(PaymentId id) {
    Random random = new Random(seed + id.value().hashCode());
    List<Mood> moods =
        List.of(Mood.APPROVES, Mood.APPROVES, Mood.APPROVES, Mood.DECLINES, Mood.IS_SILENT);
    return moods.get(random.nextInt(moods.size()));
  }

  private Command second(PaymentId id) {
    return payments.apply(id) instanceof Payment.Authorized p && p.cancelled()
        ? new RecordVoid(id, AT)
        : new RecordCapture(id, "pi", AT);
  }

  private Optional<Command> giveBack(PaymentId id) {
    return switch (payments.apply(id)) {
      case Payment.Initiated p -> Optional.of(new RecordVoid(id, AT));
      case Payment.Authorized p -> Optional.of(new RecordVoid(id, AT));
      case Payment.Captured p ->
          Optional.of(
              new RecordRefund(
                  id, PaymentEvent.CANCELLATION, p.terms().amount().minus(p.refunded()), AT));
      default -> Optional.empty();
    };
  }
}
