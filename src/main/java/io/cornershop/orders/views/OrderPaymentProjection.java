package io.cornershop.orders.views;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.projections.Projection;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.payments.PaymentEvent;
import io.cornershop.payments.PaymentEvent.PaymentAuthorized;
import io.cornershop.payments.PaymentEvent.PaymentCompleted;
import io.cornershop.payments.PaymentEvent.PaymentFailed;
import io.cornershop.payments.PaymentEvent.PaymentInitiated;
import io.cornershop.payments.PaymentEvent.PaymentOutcomeUnknown;
import io.cornershop.payments.PaymentEvent.PaymentRefunded;
import io.cornershop.payments.PaymentEvent.PaymentVoided;
import io.cornershop.payments.PaymentEvent.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** Makes {@link OrderPayment} rows. */
@ApplicationScoped
public class OrderPaymentProjection implements Projection<OrderPayment> {

  public static final String NAME = "order_payment";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<OrderPayment> rowType() {
    return OrderPayment.class;
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return Set.of(
        PaymentInitiated.class,
        PaymentAuthorized.class,
        PaymentCompleted.class,
        PaymentFailed.class,
        PaymentOutcomeUnknown.class,
        PaymentVoided.class,
        PaymentRefunded.class);
  }

  @Override
  public String rowOf(DomainEvent event) {
    return ((PaymentEvent) event).orderId().value();
  }

  @Override
  public OrderPayment apply(Optional<OrderPayment> row, DomainEvent event, EventEnvelope envelope) {
    PaymentEvent payment = (PaymentEvent) event;
    String status =
        payment
            .status()
            .map(Status::toString)
            .or(() -> row.map(OrderPayment::status))
            .orElseThrow();
    return new OrderPayment(payment.orderId().value(), payment.paymentId().value(), status);
  }
}
