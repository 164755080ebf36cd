package io.cornershop.payments.gateway;

import static io.cornershop.payments.PaymentFixtures.AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.InvalidValue;
import io.cornershop.payments.gateway.NoticeDesk.Effect;
import io.cornershop.payments.gateway.stripe.StripeEvents;
import io.cornershop.payments.gateway.stripe.StripeOutside;
import io.cornershop.payments.gateway.stripe.StripeServer;
import io.cornershop.payments.gateway.stripe.StripeWebhook;
import io.cornershop.testing.EmbeddedMongo;
import io.cornershop.testing.ListenedLog;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Looks through what is written after a provider has told more than it should. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CardDataTest {

  private static final String CARD = "4000056655665556";
  private static final String TALKATIVE =
      """
      {"error": {"type": "card_error", "code": "%s", "decline_code": "Card %s", "message": "%s",
       "payment_method": {"card": {"number": "%s", "cvc": "737", "last4": "5556"}}}}"""
          .formatted(CARD, CARD, CARD, CARD);

  private static final String TALKATIVE_INTENT =
      """
      {"id": "pi_1", "object": "payment_intent", "status": "requires_payment_method",
       "metadata": {"payment_id": "cart-1", "note": "%s"}, "description": "%s",
       "last_payment_error": {"code": "%s", "decline_code": "Card %s", "message": "%s",
        "payment_method": {"card": {"number": "%s", "last4": "5556"}}}}"""
          .formatted(CARD, CARD, CARD, CARD, CARD, CARD);

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  @RegisterExtension final ListenedLog log = ListenedLog.ofAll();

  @Test
  void nothing_of_a_card_is_stored_or_logged_whatever_the_provider_tells() {
    DeskFixture desk = new DeskFixture(MONGO.freshDatabase());
    try (StripeServer server = StripeServer.start();
        StripeOutside stripe = new StripeOutside(server.url())) {
      server.next(402, TALKATIVE);
      desk.initiate("pm_card_debit");
      desk.on(stripe.provider(), desk.commands()).handle(desk.envelopes().getFirst());
    }
    assertThat(desk.envelopes()).hasSize(2);
    assertThat(Stream.concat(desk.envelopes().stream().map(Object::toString), log.texts()))
        .noneMatch(text -> text.contains(CARD) || text.contains("sk_test"));
  }

  @Test
  void nothing_of_a_card_is_stored_or_logged_of_what_the_provider_tells_unasked() {
    DeskFixture desk = new DeskFixture(MONGO.freshDatabase());
    desk.initiate("pm_card_debit");
    List<Optional<Effect>> effects =
        Stream.of("payment_intent.payment_failed", "payment_intent.succeeded", "charge.failed")
            .map(type -> heard(desk, StripeEvents.event(type, TALKATIVE_INTENT)))
            .toList();
    assertThat(effects)
        .isEqualTo(
            List.of(
                Optional.of(Effect.RECORDED),
                Optional.of(Effect.NOTHING_NEW),
                Optional.of(Effect.NOTHING_NEW)));
    assertThat(desk.envelopes()).hasSize(2);
    assertThat(Stream.concat(desk.envelopes().stream().map(Object::toString), log.texts()))
        .noneMatch(text -> text.contains(CARD) || text.contains(StripeEvents.SECRET));
  }

  private static Optional<Effect> heard(DeskFixture desk, String event) {
    return new StripeWebhook(
            Optional.of(StripeEvents.SECRET), desk.notices(), Clock.fixed(AT, ZoneOffset.UTC))
        .receive(
            StripeEvents.signature(StripeEvents.SECRET, AT, event),
            event.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_card_number_is_no_payment_method() {
    DeskFixture desk = new DeskFixture(MONGO.freshDatabase());
    assertThatThrownBy(() -> desk.initiate(CARD)).isInstanceOf(InvalidValue.class);
    assertThat(desk.envelopes()).isEmpty();
  }
}
