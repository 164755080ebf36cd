package io.cornershop.payments.gateway.stripe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Events as Stripe's reference describes them, of the payment of the fixtures, and signed. */
public final class StripeEvents {

  public static final String SECRET = "whsec_test";

  static final String HELD =
      "\"status\": \"requires_capture\", \"amount_capturable\": 8175, \"amount_received\": 0";
  static final String TAKEN =
      "\"status\": \"succeeded\", \"amount_capturable\": 0, \"amount_received\": 8175";
  static final String DECLINED =
      """
      "status": "requires_payment_method", "last_payment_error": {"type": "card_error",
       "code": "card_declined", "decline_code": "insufficient_funds", "message": "No"}""";
  static final String GONE = "\"status\": \"canceled\", \"cancellation_reason\": \"automatic\"";
  static final String PENDING = "\"status\": \"pending\"";
  static final String GIVEN_BACK = "\"status\": \"succeeded\"";
  static final String LOST = "\"status\": \"failed\", \"failure_reason\": \"lost_or_stolen_card\"";

  private StripeEvents() {}

  static String intent(String type, String state) {
    return event(
        type,
        """
        {"id": "pi_1", "object": "payment_intent", "amount": 8175, "currency": "eur",
         "capture_method": "manual", %s, "metadata": {"payment_id": "cart-1"}}"""
            .formatted(state));
  }

  static String refund(String type, String key, String state) {
    return event(
        type,
        """
        {"id": "re_1", "object": "refund", "amount": 705, "currency": "eur",
         "payment_intent": "pi_1", "charge": "ch_1", %s,
         "metadata": {"payment_id": "cart-1", "request": "%s"}}"""
            .formatted(state, key));
  }

  /** An event about this object. */
  public static String event(String type, String object) {
    return """
        {"id": "evt_1", "object": "event", "api_version": "2026-01-28", "created": 1772971502,
         "type": "%s", "livemode": false, "data": {"object": %s}}"""
        .formatted(type, object);
  }

  /** The header for a body that is sent at this time. */
  public static String signature(String secret, Instant at, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      String signed = at.getEpochSecond() + "." + body;
      String hex = HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
      return "t=%d,v1=%s".formatted(at.getEpochSecond(), hex);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
