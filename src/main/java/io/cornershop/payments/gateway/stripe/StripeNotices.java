package io.cornershop.payments.gateway.stripe;

import io.cornershop.json.Json;
import io.cornershop.kernel.Identifier;
import io.cornershop.kernel.InvalidValue;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.PaymentId;
import io.cornershop.payments.gateway.ProviderNotice;
import io.cornershop.payments.gateway.ProviderNotice.Declined;
import io.cornershop.payments.gateway.ProviderNotice.GivenBack;
import io.cornershop.payments.gateway.ProviderNotice.Held;
import io.cornershop.payments.gateway.ProviderNotice.LetGo;
import io.cornershop.payments.gateway.ProviderNotice.NotGivenBack;
import io.cornershop.payments.gateway.ProviderNotice.Taken;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What Stripe's events mean. Looks at nothing but types, ids, states, amounts and codes: the rest
 * may tell of the card. Pure.
 */
final class StripeNotices {

  /** The metadata of an intent and a refund that names our payment. */
  static final String PAYMENT = "payment_id";

  /** The metadata of a refund that repeats the key of its request. */
  static final String REQUEST = "request";

  private StripeNotices() {}

  /**
   * The notice in an event; empty when it is about nothing that a payment waits for.
   *
   * @throws InvalidValue when it is no event, or lacks what every event of its type has
   */
  static Optional<ProviderNotice> in(byte[] body) {
    JsonNode event = parsed(body);
    JsonNode object = event.path("data").path("object");
    return ours(object).flatMap(payment -> in(event.path("type").asString(""), object, payment));
  }

  private static JsonNode parsed(byte[] body) {
    try {
      return Json.TOLERANT.readTree(body);
    } catch (JacksonException e) {
      throw new InvalidValue("", "must be an event in JSON");
    }
  }

  private static Optional<PaymentId> ours(JsonNode object) {
    return Optional.of(object.path("metadata").path(PAYMENT).asString(""))
        .filter(id -> Identifier.FORM.matcher(id).matches() && !Identifier.PATH_STEPS.contains(id))
        .map(PaymentId::new);
  }

  private static Optional<ProviderNotice> in(String type, JsonNode object, PaymentId payment) {
    return switch (type) {
      case "payment_intent.amount_capturable_updated",
          "payment_intent.succeeded",
          "payment_intent.payment_failed",
          "payment_intent.canceled" ->
          ofIntent(object, payment);
      case "refund.created", "refund.updated", "refund.failed", "charge.refund.updated" ->
          ofRefund(object, payment);
      default -> Optional.empty();
    };
  }

  /** The state says what is true; an event with another one has been overtaken. */
  private static Optional<ProviderNotice> ofIntent(JsonNode intent, PaymentId payment) {
    String id = text(intent, "id");
    return switch (text(intent, "status")) {
      case "requires_capture" ->
          Optional.of(new Held(payment, id, money(intent, "amount_capturable")));
      case "succeeded" -> Optional.of(new Taken(payment, id, money(intent, "amount_received")));
      case "requires_payment_method" ->
          Optional.of(
              new Declined(
                  payment,
                  id,
                  StripeReply.reasonIn(intent.path("last_payment_error")).orElse("refused")));
      case "canceled" ->
          Optional.of(
              new LetGo(
                  payment,
                  id,
                  StripeReply.code(intent.path("cancellation_reason")).orElse("canceled")));
      default -> Optional.empty();
    };
  }

  /** As in the answer to a request, what is pending has left our balance. */
  private static Optional<ProviderNotice> ofRefund(JsonNode refund, PaymentId payment) {
    String intent = text(refund, "payment_intent");
    String key = refund.path("metadata").path(REQUEST).asString("");
    return switch (text(refund, "status")) {
      case "succeeded", "pending" ->
          Optional.of(new GivenBack(payment, intent, key, money(refund, "amount")));
      case "failed", "canceled" ->
          Optional.of(
              new NotGivenBack(
                  payment,
                  intent,
                  key,
                  StripeReply.code(refund.path("failure_reason")).orElse("refused")));
      default -> Optional.empty();
    };
  }

  private static String text(JsonNode object, String field) {
    return Optional.of(object.path(field).asString(""))
        .filter(text -> !text.isEmpty())
        .orElseThrow(() -> new InvalidValue("data.object." + field, "must be a text"));
  }

  private static Money money(JsonNode object, String field) {
    JsonNode amount = object.path(field);
    if (!amount.isIntegralNumber() || !amount.canConvertToLong()) {
      throw new InvalidValue("data.object." + field, "must be a whole number");
    }
    return new Money(amount.asLong(), currency(text(object, "currency")));
  }

  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("data.object.currency", "must be an ISO 4217 code");
    }
  }
}
