package io.cornershop.payments.gateway.stripe;

import io.cornershop.json.Json;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * An answer over HTTP. Of its body only ids, states and codes are ever looked at: the rest may tell
 * of the card.
 */
record StripeReply(int status, JsonNode body) {

  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,63}");
  private static final String VAGUE = "generic_decline";

  static StripeReply of(int status, byte[] body) {
    try {
      return new StripeReply(status, Json.TOLERANT.readTree(body));
    } catch (JacksonException e) {
      return new StripeReply(status, Json.TOLERANT.missingNode());
    }
  }

  boolean isSuccess() {
    return status / 100 == 2;
  }

  /**
   * Whether it was judged, and done or refused: not when Stripe failed, was busy with the same key
   * or with too much, or did not let us in.
   */
  boolean isJudged() {
    return isSuccess() || status == 400 || status == 402 || status == 404;
  }

  /** Whether the key was used for something else before. */
  boolean isMistakenKey() {
    return body.path("error").path("type").asString("").equals("idempotency_error")
        && status == 400;
  }

  String id() {
    return body.path("id").asString("");
  }

  /** The state of a payment intent or a refund. */
  String state() {
    return body.path("status").asString("");
  }

  /** Why it was refused. */
  String reason() {
    return reasonIn(body.path("error"))
        .or(() -> code(body.path("failure_reason")))
        .orElse("refused");
  }

  /** Why, by an error of Stripe's: the bank's own word, unless that says nothing. */
  static Optional<String> reasonIn(JsonNode error) {
    return code(error.path("decline_code"))
        .filter(code -> !code.equals(VAGUE))
        .or(() -> code(error.path("code")));
  }

  /** A word of Stripe's, and nothing that does not look like one. */
  static Optional<String> code(JsonNode node) {
    return Optional.of(node.asString("")).filter(text -> CODE.matcher(text).matches());
  }
}
