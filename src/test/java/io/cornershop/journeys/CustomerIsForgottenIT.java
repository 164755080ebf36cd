package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Answer;
import io.cornershop.testing.Await;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A customer wants to be forgotten. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CustomerIsForgottenIT {

  private static final String COFFEE = "coffee-beans-1kg";
  private static final String[] TELLING = {"Ada Lovelace", "@example.org", "St James", "London"};

  private final Shop shop = Shop.at(RunningPlatform.shared().baseUri());
  private final Shop staff = shop.as("staff");
  private final Shop auditor = shop.as("auditor");
  private final Customer ada = shop.newCustomer();
  private final String self = "/api/customers/" + ada.id();
  private final String erasure = self + "/personal-data";

  private String replayed(String stream) {
    return auditor
        .get("/api/eventstore/replay/" + stream)
        .expect(200)
        .body()
        .path("reconstructedState")
        .toString();
  }

  private String stored(String stream) {
    return auditor.get("/api/eventstore/events/" + stream).expect(200).response().body();
  }

  private static void assertErased(Answer answer) {
    assertThat(answer.expect(409).text("code")).isEqualTo("customer-erased");
  }

  @Test
  void nothing_that_is_stored_tells_of_the_person_any_more() {
    String order = ada.checkOut(ada.cartWith(COFFEE, 1)).expect(202).text("orderId");
    Answer before = ada.awaitOrder(order, "Confirmed");
    assertThat(stored("Customer/" + ada.id())).contains("enc:v1:").doesNotContain(TELLING);
    assertThat(stored("Order/" + order)).contains("enc:v1:").doesNotContain(TELLING);
    assertThat(replayed("Customer/" + ada.id())).contains("enc:v1:").doesNotContain(TELLING);
    assertThat(replayed("Order/" + order)).contains("enc:v1:").doesNotContain(TELLING);

    ada.shop().delete(erasure).expect(204);

    assertThat(replayed("Customer/" + ada.id())).doesNotContain(TELLING);
    assertThat(replayed("Order/" + order)).doesNotContain(TELLING);
    auditor.get("/api/eventstore/verify/Customer/" + ada.id()).expect(200);
    Answer row =
        Await.until(() -> staff.get(self), answer -> answer.text("name").equals("[erased]"));
    assertThat(row.response().body()).doesNotContain(TELLING);
    assertThat(ada.shop().get("/api/orders/" + order).expect(200).body().path("totalAmount"))
        .isEqualTo(before.body().path("totalAmount"));
  }

  @Test
  void an_erased_customer_does_nothing_any_more() {
    String cart = ada.cartWith(COFFEE, 1);
    ada.shop().delete(erasure).expect(204);

    assertErased(ada.shop().post(self + "/login", ""));
    assertErased(ada.shop().put(self, "{\"name\": \"Ada\", \"email\": \"a@example.org\"}"));
    assertErased(
        ada.shop().post("/api/customers", "{\"name\": \"Ada\", \"email\": \"a@example.org\"}"));
    assertErased(ada.checkOut(cart));
    assertErased(ada.shop().post("/api/carts", "{\"customerId\": \"%s\"}".formatted(ada.id())));
  }

  @Test
  void the_address_is_free_for_another() {
    String profile = "{\"name\": \"Grace\", \"email\": \"ada-%s@example.org\"}".formatted(ada.id());
    assertThat(staff.post("/api/customers", profile).expect(409).text("code"))
        .isEqualTo("email-taken");

    staff.delete(erasure).expect(204);

    staff.post("/api/customers", profile).expect(201);
  }

  @Test
  void once_more_changes_nothing() {
    long sequence = ada.shop().delete(erasure).expect(204).sequence();

    assertThat(staff.delete(erasure).expect(204).sequence()).isEqualTo(sequence);
  }

  @Test
  void many_are_erased_at_once_by_an_operator_and_it_is_written_down() {
    Shop operator = shop.as("operator");
    String body = "{\"customerIds\": [\"%s\", \"nobody\"]}".formatted(ada.id());
    String answer =
        "{\"customers\":[{\"customerId\":\"%s\",\"result\":\"ERASED\"},"
            + "{\"customerId\":\"nobody\",\"result\":\"UNKNOWN\"}]}";

    for (int time = 0; time < 2; time++) {
      assertThat(operator.post("/api/admin/erasures", body).expect(200).body().toString())
          .isEqualTo(answer.formatted(ada.id()));
    }

    assertThat(replayed("Customer/" + ada.id())).doesNotContain(TELLING);
    assertThat(auditor.get("/api/admin/audit?limit=500").expect(200).response().body())
        .contains("\"action\":\"customer.erase\",\"target\":\"%s\"".formatted(ada.id()));
    staff.post("/api/admin/erasures", body).expect(403);
    for (String wrong : new String[] {"[]", "[\"a\", \"a\"]", "[null]", "[\"/\"]"}) {
      Answer refused = operator.post("/api/admin/erasures", "{\"customerIds\": " + wrong + "}");
      assertThat(refused.expect(400).body().at("/errors/0/field").asString())
          .startsWith("customerIds");
    }
  }

  @Test
  void nobody_erases_another_customer() {
    shop.newCustomer().shop().delete(erasure).expect(403);
    auditor.delete(erasure).expect(403);
    staff.delete("/api/customers/nobody/personal-data").expect(404);
  }
}
