package io.cornershop.payments.gateway.stripe;

import io.cornershop.kernel.Money;
import io.cornershop.kernel.PaymentId;
import io.cornershop.kernel.ReplayFirewall;
import io.cornershop.payments.PaymentEvent.PaymentInitiated;
import io.cornershop.payments.gateway.Answer;
import io.cornershop.payments.gateway.Answer.Done;
import io.cornershop.payments.gateway.Answer.Refused;
import io.cornershop.payments.gateway.Answer.Unknown;
import io.cornershop.payments.gateway.PaymentProvider;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Stripe: a payment intent with manual capture for each payment, found again by its id. When a
 * capture or a cancellation is refused, the intent itself says what is true. Thread-safe.
 *
 * <p>Nothing is repeated here: the engine does, with the same key, when an outcome is unknown.
 */
public final class StripeProvider implements PaymentProvider, AutoCloseable {

  private static final String DOOR = "the payment provider";
  private static final String INTENTS = "/v1/payment_intents";
  private static final String HELD = "requires_capture";
  private static final String TAKEN = "succeeded";
  private static final String GONE = "canceled";

  private final StripeHttp http;

  public StripeProvider(StripeSettings settings) {
    this.http = new StripeHttp(settings);
  }

  @Override
  public Answer authorize(String key, PaymentInitiated payment) {
    Map<String, String> intent =
        Map.of(
            "amount",
            String.valueOf(payment.amount().minorUnits()),
            "currency",
            payment.amount().currency().getCurrencyCode().toLowerCase(Locale.ROOT),
            "payment_method",
            payment.paymentMethod().value(),
            "payment_method_types[]",
            "card",
            "capture_method",
            "manual",
            "confirm",
            "true",
            "metadata[" + StripeNotices.PAYMENT + "]",
            payment.paymentId().value(),
            "metadata[order_id]",
            payment.orderId().value());
    return post(INTENTS, key, intent, StripeProvider::authorized, StripeProvider::refused);
  }

  private static Answer authorized(StripeReply intent) {
    return switch (intent.state()) {
      case HELD, TAKEN -> new Done(intent.id());
      case "processing" -> new Unknown();
      case "requires_action" -> new Refused("authentication_required");
      default -> new Refused("not_authorized");
    };
  }

  @Override
  public Answer capture(String key, String reference, Money amount) {
    return post(
        INTENTS + "/" + reference + "/capture",
        key,
        Map.of("amount_to_capture", String.valueOf(amount.minorUnits())),
        intent -> inState(intent, TAKEN),
        refusal -> truth(reference, TAKEN, refusal));
  }

  @Override
  public Answer voidAuthorization(String key, String reference) {
    return post(
        INTENTS + "/" + reference + "/cancel",
        key,
        Map.of(),
        intent -> inState(intent, GONE),
        refusal -> truth(reference, GONE, refusal));
  }

  private static Answer inState(StripeReply intent, String state) {
    return intent.state().equals(state) ? new Done(intent.id()) : new Unknown();
  }

  private Answer truth(String reference, String wanted, StripeReply refusal) {
    Optional<StripeReply> intent = http.get(INTENTS + "/" + reference);
    if (intent.isEmpty() || !intent.get().isSuccess() && !intent.get().isRefusal()) {
      return new Unknown();
    }
    return intent.get().state().equals(wanted) ? new Done(reference) : refused(refusal);
  }

  @Override
  public Answer refund(String key, PaymentId payment, String reference, Money amount) {
    return post(
        "/v1/refunds",
        key,
        Map.of(
            "payment_intent",
            reference,
            "amount",
            String.valueOf(amount.minorUnits()),
            "metadata[" + StripeNotices.PAYMENT + "]",
            payment.value(),
            "metadata[" + StripeNotices.REQUEST + "]",
            key),
        StripeProvider::refunded,
        StripeProvider::refused);
  }

  /** A pending refund is on its way; Stripe has taken it from our balance. */
  private static Answer refunded(StripeReply refund) {
    return switch (refund.state()) {
      case "succeeded", "pending" -> new Done(refund.id());
      case "failed", "canceled" -> refused(refund);
      default -> new Unknown();
    };
  }

  private Answer post(
      String path,
      String key,
      Map<String, String> fields,
      Function<StripeReply, Answer> done,
      Function<StripeReply, Answer> refused) {
    ReplayFirewall.requireLive(DOOR);
    return http.post(path, key, fields)
        .map(reply -> judged(reply, done, refused))
        .orElseGet(Unknown::new);
  }

  private static Answer judged(
      StripeReply reply,
      Function<StripeReply, Answer> done,
      Function<StripeReply, Answer> refused) {
    if (reply.isMistakenKey()) {
      throw new IllegalStateException("Stripe knows this key for another request");
    }
    if (reply.isSuccess()) {
      return done.apply(reply);
    }
    return reply.isRefusal() ? refused.apply(reply) : new Unknown();
  }

  private static Answer refused(StripeReply reply) {
    return new Refused(reply.reason());
  }

  @Override
  public void close() {
    http.close();
  }
}
