package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.payments.gateway.Moved;
import io.cornershop.payments.gateway.stripe.StripeEvents;
import io.cornershop.payments.gateway.stripe.StripeServer;
import io.cornershop.testing.Answer;
import io.cornershop.testing.Await;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The whole shop with Stripe as its provider, for which WireMock stands in. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OrdersArePaidByStripeIT {

  private static final String DOOR = "/api/payments/webhooks/stripe";
  private static final long PRICE = 1890;

  private static StripeServer stripe;
  private static RunningPlatform platform;

  private Shop shop;
  private Customer ada;
  private String lamp;

  @BeforeAll
  static void start() {
    stripe = StripeServer.start(Integer.MAX_VALUE);
    platform =
        RunningPlatform.startWith(
            "stripe",
            Map.of(
                "CORNERSHOP_PAYMENTS_PROVIDER",
                "stripe",
                "CORNERSHOP_PAYMENTS_STRIPE_BASE_URL",
                stripe.url(),
                "CORNERSHOP_PAYMENTS_STRIPE_SECRET_KEY",
                "sk_test_secret",
                "CORNERSHOP_PAYMENTS_STRIPE_WEBHOOK_SECRET",
                StripeEvents.SECRET));
  }

  @AfterAll
  static void stop() {
    platform.close();
    stripe.close();
  }

  @BeforeEach
  void openShop() {
    shop = Shop.at(platform.baseUri());
    ada = shop.newCustomer();
    lamp = shop.newProduct("18.90", 20);
  }

  private static Answer tell(Shop shop, String event, String signature) {
    return shop.post(DOOR, event, Map.of("Stripe-Signature", signature));
  }

  private static String held(String order, String intent) {
    return StripeEvents.event(
        "payment_intent.amount_capturable_updated",
        """
        {"id": "%s", "object": "payment_intent", "status": "requires_capture", "amount": %d,
         "amount_capturable": %d, "amount_received": 0, "currency": "eur",
         "metadata": {"payment_id": "%s"}}"""
            .formatted(intent, PRICE, PRICE, order));
  }

  private Answer payment(String order) {
    return ada.shop().get("/api/payments/" + order);
  }

  @Test
  void an_approved_order_is_confirmed_and_paid_once() {
    String order = ada.order(lamp, 1, "pm_sandbox-approve");
    assertThat(ada.awaitOrder(order, "Confirmed").text("paymentStatus")).isEqualTo("Completed");
    assertThat(stripe.moved(stripe.intentOf(order).orElseThrow()))
        .isEqualTo(new Moved(0, PRICE, 0));
  }

  @Test
  void a_declined_order_is_cancelled_and_nothing_is_taken() {
    String order = ada.order(lamp, 1, "pm_sandbox-decline");
    ada.awaitOrder(order, "Cancelled");
    assertThat(payment(order).text("reason")).isEqualTo("card_declined");
    assertThat(stripe.intentOf(order)).isEmpty();
  }

  @Test
  void an_order_whose_payment_is_unknown_goes_on_when_stripe_tells_of_it() {
    String order = ada.order(lamp, 1, "pm_sandbox-timeout");
    Await.until(
        () -> payment(order),
        answer -> answer.status() == 200 && answer.text("status").equals("Unknown"));
    String event = held(order, stripe.intentOf(order).orElseThrow());
    String signature = StripeEvents.signature(StripeEvents.SECRET, Instant.now(), event);

    String first = tell(shop, event, signature).expect(200).text("effect");
    String again = tell(shop, event, signature).expect(200).text("effect");

    assertThat(List.of(first, again)).isEqualTo(List.of("RECORDED", "NOTHING_NEW"));
    assertThat(ada.awaitOrder(order, "Confirmed").text("paymentStatus")).isEqualTo("Completed");
    assertThat(stripe.moved(stripe.intentOf(order).orElseThrow()))
        .isEqualTo(new Moved(0, PRICE, 0));
  }

  @Test
  void nobody_but_stripe_is_believed() {
    String event = held("order-1", "pi_1");
    String forged = StripeEvents.signature("whsec_guessed", Instant.now(), event);
    for (String signature : new String[] {forged, "t=1,v1=00", "x"}) {
      Answer refused = tell(shop, event, signature).expect(400);
      assertThat(refused.text("code")).isEqualTo("invalid-signature");
      assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }
    shop.post(DOOR, event).expect(400);
    shop.post(DOOR, " ".repeat(70_000)).expect(413);
  }
}
