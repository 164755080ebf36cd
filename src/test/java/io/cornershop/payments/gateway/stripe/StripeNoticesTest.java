package io.cornershop.payments.gateway.stripe;

import static io.cornershop.payments.PaymentFixtures.AMOUNT;
import static io.cornershop.payments.PaymentFixtures.PART;
import static io.cornershop.payments.PaymentFixtures.PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.InvalidValue;
import io.cornershop.payments.gateway.ProviderNotice;
import io.cornershop.payments.gateway.ProviderNotice.Declined;
import io.cornershop.payments.gateway.ProviderNotice.GivenBack;
import io.cornershop.payments.gateway.ProviderNotice.Held;
import io.cornershop.payments.gateway.ProviderNotice.LetGo;
import io.cornershop.payments.gateway.ProviderNotice.NotGivenBack;
import io.cornershop.payments.gateway.ProviderNotice.Taken;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StripeNoticesTest {

  private static Optional<ProviderNotice> read(String body) {
    return StripeNotices.in(body.getBytes(StandardCharsets.UTF_8));
  }

  private static Arguments intent(String type, String state, ProviderNotice notice) {
    return Arguments.of(StripeEvents.intent("payment_intent." + type, state), notice);
  }

  private static Arguments refund(String type, String state, ProviderNotice notice) {
    return Arguments.of(StripeEvents.refund(type, "key-1", state), notice);
  }

  static Stream<Arguments> events() {
    GivenBack givenBack = new GivenBack(PAYMENT, "pi_1", "key-1", PART);
    NotGivenBack lost = new NotGivenBack(PAYMENT, "pi_1", "key-1", "lost_or_stolen_card");
    return Stream.of(
        intent("amount_capturable_updated", StripeEvents.HELD, new Held(PAYMENT, "pi_1", AMOUNT)),
        intent("succeeded", StripeEvents.TAKEN, new Taken(PAYMENT, "pi_1", AMOUNT)),
        intent(
            "payment_failed",
            StripeEvents.DECLINED,
            new Declined(PAYMENT, "pi_1", "insufficient_funds")),
        intent("canceled", StripeEvents.GONE, new LetGo(PAYMENT, "pi_1", "automatic")),
        refund("refund.created", StripeEvents.PENDING, givenBack),
        refund("refund.updated", StripeEvents.GIVEN_BACK, givenBack),
        refund("charge.refund.updated", StripeEvents.GIVEN_BACK, givenBack),
        refund("refund.failed", StripeEvents.LOST, lost));
  }

  @ParameterizedTest
  @MethodSource("events")
  void means_what_the_state_says(String event, ProviderNotice notice) {
    assertThat(read(event)).isEqualTo(Optional.of(notice));
  }

  @Test
  void believes_the_state_when_the_event_was_overtaken() {
    String late =
        StripeEvents.intent("payment_intent.amount_capturable_updated", StripeEvents.GONE);
    assertThat(read(late)).isEqualTo(Optional.of(new LetGo(PAYMENT, "pi_1", "automatic")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"payment_intent.created", "payment_intent.processing", "charge.refunded", ""})
  void passes_over_other_events(String type) {
    assertThat(read(StripeEvents.intent(type, StripeEvents.HELD))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"status\": \"processing\"", "\"status\": \"requires_action\""})
  void passes_over_what_is_not_decided(String state) {
    assertThat(read(StripeEvents.intent("payment_intent.succeeded", state))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "no id", "{}"})
  void passes_over_what_is_of_no_payment_of_ours(String payment) {
    String event = StripeEvents.intent("payment_intent.succeeded", StripeEvents.TAKEN);
    assertThat(read(event.replace("\"cart-1\"", "\"" + payment + "\""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "\"x\"", "{}", "{\"data\": []}"})
  void passes_over_what_is_json_and_no_event(String body) {
    assertThat(read(body)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "{", "{\"a\": 1}}"})
  void refuses_what_is_no_json(String body) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("must be an event in JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"81.75", "\"8175\"", "null", "99999999999999999999"})
  void refuses_an_amount_that_is_not_a_whole_number_of_cents(String amount) {
    String event = StripeEvents.intent("payment_intent.succeeded", StripeEvents.TAKEN);
    assertThatThrownBy(
            () ->
                read(event.replace("\"amount_received\": 8175", "\"amount_received\": " + amount)))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("must be a whole number");
  }

  @Test
  void refuses_a_currency_that_there_is_not() {
    String event = StripeEvents.intent("payment_intent.succeeded", StripeEvents.TAKEN);
    assertThatThrownBy(() -> read(event.replace("\"eur\"", "\"e\"")))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("must be an ISO 4217 code");
  }

  @Test
  void repeats_nothing_of_an_event_but_codes() {
    String event = StripeEvents.intent("payment_intent.payment_failed", StripeEvents.DECLINED);
    String talkative = event.replace("\"insufficient_funds\"", "\"4242424242424242\"");
    assertThat(read(talkative))
        .isEqualTo(Optional.of(new Declined(PAYMENT, "pi_1", "card_declined")));
  }
}
