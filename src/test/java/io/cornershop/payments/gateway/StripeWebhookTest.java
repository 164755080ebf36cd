package io.cornershop.payments.gateway;

import static io.cornershop.payments.PaymentFixtures.AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.Unavailable;
import io.cornershop.payments.PaymentEvent;
import io.cornershop.payments.gateway.NoticeDesk.Effect;
import io.cornershop.payments.gateway.stripe.StripeEvents;
import io.cornershop.payments.gateway.stripe.StripeWebhook;
import io.cornershop.testing.EmbeddedMongo;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StripeWebhookTest {

  private static final String HELD =
      StripeEvents.event(
          "payment_intent.amount_capturable_updated",
          """
          {"id": "%s", "object": "payment_intent", "status": "requires_capture",
           "amount": 8175, "amount_capturable": 8175, "amount_received": 0, "currency": "eur",
           "metadata": {"payment_id": "cart-1"}}"""
              .formatted(DeskFixture.REFERENCE));

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  private DeskFixture desk;

  /** A payment that the provider holds the amount for, and has not answered. */
  @BeforeEach
  void askWithoutAnAnswer() {
    desk = new DeskFixture(MONGO.freshDatabase());
    desk.initiate("sandbox-timeout");
    assertThatThrownBy(desk::handleAll).isInstanceOf(Unavailable.class);
  }

  private Optional<Effect> send(String body, String signature) {
    Clock clock = Clock.fixed(AT, ZoneOffset.UTC);
    return new StripeWebhook(Optional.of(StripeEvents.SECRET), desk.notices(), clock)
        .receive(signature, body.getBytes(StandardCharsets.UTF_8));
  }

  private Optional<Effect> send(String body) {
    return send(body, StripeEvents.signature(StripeEvents.SECRET, AT, body));
  }

  private List<String> history() {
    return desk.history().stream().map(PaymentEvent::getClass).map(Class::getSimpleName).toList();
  }

  @Test
  void ends_an_unknown_outcome_before_the_provider_is_asked_again() {
    assertThat(send(HELD)).isEqualTo(Optional.of(Effect.RECORDED));
    assertThat(history()).isEqualTo(List.of("PaymentOutcomeUnknown", "PaymentAuthorized"));
  }

  @Test
  void records_the_same_event_once() {
    send(HELD);
    assertThat(send(HELD)).isEqualTo(Optional.of(Effect.NOTHING_NEW));
    assertThat(history()).isEqualTo(List.of("PaymentOutcomeUnknown", "PaymentAuthorized"));
  }

  @Test
  void passes_over_events_that_no_payment_waits_for() {
    String event = StripeEvents.event("invoice.paid", "{\"id\": \"in_1\", \"status\": \"paid\"}");
    assertThat(send(event)).isEqualTo(Optional.of(Effect.NOTHING_NEW));
    assertThat(history()).isEqualTo(List.of("PaymentOutcomeUnknown"));
  }

  @Test
  void believes_nobody_but_stripe() {
    String forged = StripeEvents.signature("whsec_guessed", AT, HELD);
    assertThat(send(HELD, forged)).isEmpty();
    assertThat(history()).isEqualTo(List.of("PaymentOutcomeUnknown"));
  }

  @Test
  void is_closed_without_a_secret() {
    StripeWebhook closed =
        new StripeWebhook(Optional.empty(), desk.notices(), Clock.fixed(AT, ZoneOffset.UTC));
    assertThat(closed.isOpen()).isFalse();
    assertThat(closed.receive("", HELD.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }
}
