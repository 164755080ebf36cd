package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Answer;
import io.cornershop.testing.Await;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Who can have an e-mail address that somebody else has, and who is told about it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EmailAddressesHaveOneHolderIT {

  private final Shop shop = Shop.at(RunningPlatform.shared().baseUri());
  private final Shop staff = shop.as("staff");
  private final String email = "grace-%s@example.org".formatted(UUID.randomUUID());

  private static String profile(String email) {
    return "{\"name\": \"Grace Hopper\", \"email\": \"%s\"}".formatted(email);
  }

  @Test
  void of_fifty_registrations_at_once_one_succeeds() throws Exception {
    Callable<Integer> register = () -> staff.post("/api/customers", profile(email)).status();
    Map<Integer, Long> answers;
    try (ExecutorService crowd = Executors.newFixedThreadPool(10)) {
      answers =
          crowd.invokeAll(Collections.nCopies(50, register)).stream()
              .map(Future::resultNow)
              .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
    assertThat(answers).isEqualTo(Map.of(201, 1L, 409, 49L));
  }

  @Test
  void a_repeat_under_the_same_key_is_the_same_customer() {
    Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    String first = staff.post("/api/customers", profile(email), key).expect(201).text("customerId");

    assertThat(staff.post("/api/customers", profile(email), key).expect(201).text("customerId"))
        .isEqualTo(first);
  }

  @Test
  void staff_are_told_and_customers_are_not() {
    Customer eve = shop.newCustomer();
    staff.post("/api/customers", profile(email)).expect(201);

    assertThat(staff.put("/api/customers/" + eve.id(), profile(email)).expect(409).text("code"))
        .isEqualTo("email-taken");
    eve.shop().put("/api/customers/" + eve.id(), profile(email)).expect(204);
    Await.until(
        () -> staff.get("/api/customers?email=" + email).expect(200).body().path("items").size(),
        size -> size == 2);
  }

  @Test
  void an_address_that_was_left_can_be_had_by_another() {
    String first = staff.post("/api/customers", profile(email)).expect(201).text("customerId");
    staff.put("/api/customers/" + first, profile("new-" + email)).expect(204);

    staff.post("/api/customers", profile(email.toUpperCase(Locale.ROOT))).expect(201);
  }

  @Test
  void an_unknown_payment_method_is_refused_with_those_that_there_are() {
    Customer ada = shop.newCustomer();
    String cart = ada.cartWith("coffee-beans-1kg", 1);
    String body = Shop.CHECKOUT.replace("sandbox-approve", "sandbox-unheard-of");
    String path = "/api/carts/" + cart + "/checkout";

    Answer refused = ada.shop().post(path, body).expect(422);

    assertThat(List.of(refused.text("code"), refused.text("detail")))
        .containsExactly(
            "unknown-payment-method",
            "There is no payment method sandbox-unheard-of; there is sandbox-approve,"
                + " sandbox-decline, sandbox-insufficient-funds, sandbox-timeout, sandbox-slow,"
                + " sandbox-capture-fails, sandbox-refund-fails");
    ada.shop().post(path, Shop.CHECKOUT).expect(202);
  }
}
