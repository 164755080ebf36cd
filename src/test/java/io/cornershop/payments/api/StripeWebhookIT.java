package io.cornershop.payments.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.payments.gateway.stripe.StripeEvents;
import io.cornershop.testing.Answer;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StripeWebhookIT {

  @Test
  void is_not_there_without_a_secret() {
    String event = StripeEvents.event("invoice.paid", "{\"id\": \"in_1\"}");
    String signature = StripeEvents.signature(StripeEvents.SECRET, Instant.now(), event);

    Answer answer =
        Shop.at(RunningPlatform.shared().baseUri())
            .post("/api/payments/webhooks/stripe", event, Map.of("Stripe-Signature", signature))
            .expect(404);

    assertThat(answer.text("code")).isEqualTo("not-found");
  }
}
