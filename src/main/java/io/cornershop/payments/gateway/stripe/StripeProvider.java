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
import io.cornershop.payments.gateway.stripe.StripeRequest.Cancel;
import io.cornershop.payments.gateway.stripe.StripeRequest.Capture;
import io.cornershop.payments.gateway.stripe.StripeRequest.Create;
import io.cornershop.payments.gateway.stripe.StripeRequest.Find;
import io.cornershop.payments.gateway.stripe.StripeRequest.Refund;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Stripe: a payment intent with manual capture for each payment, found again by its id. When a
 * capture or a cancellation is refused, the intent itself says what is true. Thread-safe.
 *
 * <p>An outcome that is not known is asked for by the engine again, with the same key.
 */
public final class StripeProvider implements PaymentProvider {

  private static final String DOOR = "the payment provider";
  private static final String HELD = "requires_capture";
  private static final String TAKEN = "succeeded";
  private static final String GONE = "canceled";

  private final StripeCalls calls;

  public StripeProvider(StripeLine line) {
    this(new GuardedCalls(line));
  }

  StripeProvider(StripeCalls calls) {
    this.calls = calls;
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
    return ask(new Create(key, intent), StripeProvider::authorized, StripeProvider::refused);
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
    Map<String, String> all = Map.of("amount_to_capture", String.valueOf(amount.minorUnits()));
    return ask(
        new Capture(key, reference, all),
        intent -> inState(intent, TAKEN),
        refusal -> truth(reference, TAKEN, refusal));
  }

  @Override
  public Answer voidAuthorization(String key, String reference) {
    return ask(
        new Cancel(key, reference),
        intent -> inState(intent, GONE),
        refusal -> truth(reference, GONE, refusal));
  }

  private static Answer inState(StripeReply intent, String state) {
    return intent.state().equals(state) ? new Done(intent.id()) : new Unknown();
  }

  private Answer truth(String reference, String wanted, StripeReply refusal) {
    return calls
        .ask(new Find(reference))
        .map(intent -> intent.state().equals(wanted) ? new Done(reference) : refused(refusal))
        .orElseGet(Unknown::new);
  }

  @Override
  public Answer refund(String key, PaymentId payment, String reference, Money amount) {
    Map<String, String> fields =
        Map.of(
            "payment_intent",
            reference,
            "amount",
            String.valueOf(amount.minorUnits()),
            "metadata[" + StripeNotices.PAYMENT + "]",
            payment.value(),
            "metadata[" + StripeNotices.REQUEST + "]",
            key);
    return ask(new Refund(key, fields), StripeProvider::refunded, StripeProvider::refused);
  }

  /** A pending refund is on its way; Stripe has taken it from our balance. */
  private static Answer refunded(StripeReply refund) {
    return switch (refund.state()) {
      case "succeeded", "pending" -> new Done(refund.id());
      case "failed", "canceled" -> refused(refund);
      default -> new Unknown();
    };
  }

  private Answer ask(
      StripeRequest request,
      Function<StripeReply, Answer> done,
      Function<StripeReply, Answer> refused) {
    ReplayFirewall.requireLive(DOOR);
    return calls.ask(request).map(reply -> judged(reply, done, refused)).orElseGet(Unknown::new);
  }

  private static Answer judged(
      StripeReply reply,
      Function<StripeReply, Answer> done,
      Function<StripeReply, Answer> refused) {
    if (reply.isMistakenKey()) {
      throw new IllegalStateException("Stripe knows this key for another request");
    }
    return reply.isSuccess() ? done.apply(reply) : refused.apply(reply);
  }

  private static Answer refused(StripeReply reply) {
    return new Refused(reply.reason());
  }
}
