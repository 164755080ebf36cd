package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Answer;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** An order is given up by who may, and goes nowhere afterwards. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CustomerCancelsAnOrderIT {

  private static final String WHY = "{\"reason\": \"changed my mind\"}";
  private static final String PARCEL =
      "{\"trackingNumber\": \"PX-1\", \"carrier\": \"Parcel Express\"}";

  private final Shop shop = Shop.at(RunningPlatform.shared().baseUri());
  private final Shop staff = shop.as("staff");

  private static String ordered(Customer customer) {
    String order =
        customer.checkOut(customer.cartWith("espresso-pot", 1)).expect(202).text("orderId");
    customer.shop().get("/api/orders/" + order + "?minSequence=1&wait=10s").expect(200);
    return "/api/orders/" + order;
  }

  @Test
  void once_and_for_good() {
    Customer ada = shop.newCustomer();
    String order = ordered(ada);

    Answer cancelled = ada.shop().post(order + "/cancel", WHY).expect(204);

    JsonNode seen =
        ada.shop()
            .get(order + "?minSequence=" + cancelled.sequence() + "&wait=10s")
            .expect(200)
            .body();
    assertThat(seen.path("status").asString()).isEqualTo("Cancelled");
    assertThat(seen.path("cancellationReason").asString()).isEqualTo("changed my mind");
    assertThat(seen.path("cancelledAt").asString()).isNotBlank();
    ada.shop().post(order + "/cancel", WHY).expect(204);
    refused(staff.post(order + "/ship", PARCEL), "order-not-shippable");
    refused(staff.post(order + "/deliver", ""), "order-not-deliverable");
    refused(ada.shop().post(order + "/return", WHY), "order-not-returnable");
  }

  private static void refused(Answer answer, String code) {
    assertThat(answer.expect(409).text("code")).isEqualTo(code);
  }

  @Test
  void that_is_its_own_and_nobody_else_s() {
    Customer ada = shop.newCustomer();
    Customer bob = shop.newCustomer();
    String order = ordered(ada);

    bob.shop().post(order + "/cancel", WHY).expect(403);
    bob.shop().post(order + "/return", WHY).expect(403);
    ada.shop().post(order + "/ship", PARCEL).expect(403);
    ada.shop().post(order + "/deliver", "").expect(403);
    shop.as("auditor").post(order + "/cancel", WHY).expect(403);
    staff.post(order + "/cancel", WHY).expect(204);
  }

  @Test
  void that_there_is() {
    staff.post("/api/orders/nobody-has-ordered-this/cancel", WHY).expect(404);
    staff.post("/api/orders/nobody-has-ordered-this/ship", PARCEL).expect(404);
    staff.post("/api/orders/nobody-has-ordered-this/deliver", "").expect(404);
    staff.post("/api/orders/nobody-has-ordered-this/return", WHY).expect(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "cancel | {}                                                            | 400",
        "cancel | {\"reason\": null}                                            | 400",
        "cancel | {\"reason\": \" \"}                                           | 422",
        "ship   | {\"carrier\": \"Parcel Express\"}                             | 400",
        "ship   | {\"trackingNumber\": \"no id\", \"carrier\": \"x\"}           | 400",
        "ship   | {\"trackingNumber\": \"PX-1\", \"carrier\": \"\"}             | 422",
        "return | {\"reason\": \"cracked\", \"items\": []}                      | 400",
        "return | {\"reason\": \"cracked\", \"items\": [{\"quantity\": 1}]}     | 400",
        "return | {\"reason\": \"cracked\", \"items\": [null]}                  | 400"
      })
  void with_a_request_that_says_what_is_needed(String step, String body, int status) {
    Customer ada = shop.newCustomer();

    staff.post(ordered(ada) + "/" + step, body).expect(status);
  }
}
