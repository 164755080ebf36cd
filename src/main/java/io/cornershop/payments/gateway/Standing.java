package io.cornershop.payments.gateway;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.kernel.Money;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a payment stands between the shop and its provider.
 *
 * @param authorization the event that said that the amount is held
 * @param cancellation the sequence of the cancellation that has no answer yet; 0 for none
 * @param refunds those that were requested and not refused
 */
record Standing(
    Stage stage,
    Optional<Authorization> authorization,
    long cancellation,
    List<RefundAsked> refunds) {

  enum Stage {
    NOT_BEGUN,
    INITIATED,
    AUTHORIZED,
    CAPTURED,
    CLOSED
  }

  /** The amount is held under this reference; the event's id is the root of the capture's key. */
  record Authorization(EventEnvelope cause, String reference, Money amount) {}

  /** A refund that was asked for by the event with this sequence. */
  record RefundAsked(String refundId, long sequence, Money amount, boolean paid) {}

  static final Standing NONE = new Standing(Stage.NOT_BEGUN, Optional.empty(), 0, List.of());

  Standing {
    refunds = List.copyOf(refunds);
  }

  Standing after(PaymentEvent event, EventEnvelope envelope) {
    return switch (event) {
      case PaymentInitiated e -> at(Stage.INITIATED);
      case PaymentAuthorized e -> authorized(e, envelope);
      case PaymentCompleted e -> at(Stage.CAPTURED);
      case PaymentFailed e -> at(Stage.CLOSED);
      case PaymentOutcomeUnknown e -> this;
      case PaymentCancellationRequested e -> cancelledBy(envelope.sequence());
      case PaymentVoided e -> at(Stage.CLOSED);
      case PaymentRefundRequested e ->
          with(asked(e, envelope.sequence()), Optional.of(e.refundId()));
      case PaymentRefunded e -> refunded(e);
      case PaymentRefundFailed e -> refused(e);
    };
  }

  private Standing at(Stage newStage) {
    return new Standing(newStage, authorization, cancellation, refunds);
  }

  private Standing authorized(PaymentAuthorized e, EventEnvelope envelope) {
    return new Standing(
        Stage.AUTHORIZED,
        Optional.of(new Authorization(envelope, e.providerReference(), e.amount())),
        cancellation,
        refunds);
  }

  private Standing cancelledBy(long sequence) {
    return new Standing(stage, authorization, sequence, refunds);
  }

  private static Stream<RefundAsked> asked(PaymentRefundRequested e, long sequence) {
    return Stream.of(new RefundAsked(e.refundId(), sequence, e.amount(), false));
  }

  private Standing refunded(PaymentRefunded e) {
    long asked =
        refunds.stream()
            .filter(refund -> refund.refundId().equals(e.refundId()))
            .mapToLong(RefundAsked::sequence)
            .findFirst()
            .orElse(cancellation);
    RefundAsked paid = new RefundAsked(e.refundId(), asked, e.amount(), true);
    return answered(e.refundId()).with(Stream.of(paid), Optional.of(e.refundId()));
  }

  private Standing refused(PaymentRefundFailed e) {
    return answered(e.refundId()).with(Stream.empty(), Optional.of(e.refundId()));
  }

  private Standing answered(String refundId) {
    return refundId.equals(PaymentEvent.CANCELLATION) ? cancelledBy(0) : this;
  }

  private Standing with(Stream<RefundAsked> more, Optional<String> without) {
    Stream<RefundAsked> others =
        refunds.stream().filter(refund -> !without.equals(Optional.of(refund.refundId())));
    return new Standing(stage, authorization, cancellation, Stream.concat(others, more).toList());
  }

  /** Whether the provider has not yet answered the refund that this event asked for. */
  boolean awaitsRefund(String refundId, long sequence) {
    return refunds.stream()
        .anyMatch(r -> !r.paid() && r.refundId().equals(refundId) && r.sequence() == sequence);
  }

  /** Whether the provider is to take what it holds. */
  boolean isToBeCaptured() {
    return stage == Stage.AUTHORIZED && cancellation == 0;
  }

  /** Whether the cancellation that this event asked for has no answer yet. */
  boolean awaitsCancellation(long sequence) {
    return cancellation == sequence;
  }

  /**
   * What is held or was taken.
   *
   * @throws java.util.NoSuchElementException when nothing ever was
   */
  Authorization authorized() {
    return authorization.orElseThrow();
  }

  /**
   * What was not asked back before the cancellation. The same at every repeat: the refunds before
   * it have their answers, and those behind it do not count.
   */
  Money left() {
    return leftAt(cancellation);
  }

  /** The same for a cancellation with this sequence, whether it has its answer or not. */
  Money leftAt(long sequence) {
    return refunds.stream()
        .filter(refund -> refund.sequence() < sequence)
        .map(RefundAsked::amount)
        .reduce(authorized().amount(), Money::minus);
  }
}
