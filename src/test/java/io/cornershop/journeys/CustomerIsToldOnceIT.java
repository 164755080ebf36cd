package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Answer;
import io.cornershop.testing.Await;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A customer buys, gets mail, and sees what was sent; so does who runs the shop. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CustomerIsToldOnceIT {

  /** Other tests' messages may be before it in the queue. */
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private static final Set<String> REASONS =
      Set.of("OrderCreated", "PaymentCompleted", "OrderConfirmed");

  private final RunningPlatform platform = RunningPlatform.shared();
  private final Shop shop = Shop.at(platform.baseUri());
  private final Customer ada = shop.newCustomer();
  private final Shop operator = shop.as("operator");
  private final String address = "ada-" + ada.id() + "@example.org";
  private final String list = "/api/notifications?customerId=" + ada.id();

  private List<JsonNode> sent() {
    return items(ada.shop().get(list + "&channel=EMAIL&state=SENT"));
  }

  private static List<JsonNode> items(Answer answer) {
    return answer.expect(200).body().path("items").valueStream().toList();
  }

  private List<JsonNode> inbox() {
    return items(Shop.at(platform.inbox()).get("/api/messages?to=" + address));
  }

  @Test
  void of_an_order_by_mail_and_everybody_sees_what_concerns_them() {
    String order = ada.order(Purchases.PRODUCT, 1, "sandbox-approve");
    ada.awaitOrder(order, "Confirmed");

    List<JsonNode> sent = Await.until(PATIENCE, this::sent, found -> found.size() >= 3);

    assertThat(sent.stream().map(n -> n.path("reason").asString()).collect(Collectors.toSet()))
        .isEqualTo(REASONS);
    assertThat(sent).allMatch(n -> n.path("recipient").asString().equals("a***@example.org"));
    assertThat(inbox()).hasSize(3);

    String one = "/api/notifications/" + sent.getFirst().path("id").asString();
    JsonNode open = ada.shop().get(one).expect(200).body();
    assertThat(open.path("recipient").asString()).isEqualTo(address);
    assertThat(open.at("/content/text").asString()).contains("Ada Lovelace");
    assertThat(shop.as("staff").get(one).expect(200).body().has("content")).isFalse();
    shop.newCustomer().shop().get(one).expect(403);

    String again = "{\"reason\": \"a test\"}";
    ada.shop().post(one + "/resend", again).expect(403);
    assertThat(operator.post(one + "/resend", again).expect(409).text("code"))
        .isEqualTo("notification-not-resendable");
    operator.post(one + "/resend", "{}").expect(400);
  }

  @Test
  void unknown_words_are_refused_by_their_field() {
    for (String field : List.of("channel", "state")) {
      Answer answer = operator.get("/api/notifications?" + field + "=PIGEON").expect(400);
      assertThat(answer.body().at("/errors/0/field").asString("")).isEqualTo(field);
    }
    operator.get("/api/notifications/nothing").expect(404);
  }
}
