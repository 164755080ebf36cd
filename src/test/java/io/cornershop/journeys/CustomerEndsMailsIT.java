package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Answer;
import io.cornershop.testing.Await;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From an order to the mail in the inbox, and from the link in it to no more mails. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CustomerEndsMailsIT {

  private static final Pattern LINK = Pattern.compile("^List-Unsubscribe: <([^>]+)>$");

  private final Shop shop = Shop.at(RunningPlatform.shared().baseUri());
  private final Shop inbox = Shop.at(RunningPlatform.shared().inbox());

  @Test
  void one_click_on_the_link_in_a_mail_ends_the_mails_that_can_be_ended() {
    Shop.Customer ada = shop.newCustomer();
    String order = ada.order(shop.newProduct("12.50", 50), 1, "sandbox-approve");
    ada.awaitOrder(order, "Confirmed");

    String link = unsubscribeLink(mail(ada, "PaymentCompleted"));
    JsonNode confirmed = mail(ada, "OrderConfirmed");
    assertThat(confirmed.path("subject").asString())
        .isEqualTo("Your order " + order + " is confirmed");
    assertThat(confirmed.path("html").asString()).contains("Hello Ada Lovelace,", "€12.50");
    assertThat(unsubscribeLinks(confirmed)).isEmpty();

    Answer page = shop.get(link).expect(200);
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(channels(ada)).isEqualTo("[\"EMAIL\",\"SMS\",\"PUSH\"]");
    click(link).expect(200);
    click(link).expect(200);
    assertThat(channels(ada)).isEqualTo("[\"SMS\",\"PUSH\"]");

    Shop staff = shop.as("staff");
    staff
        .post(
            "/api/orders/" + order + "/ship",
            "{\"trackingNumber\": \"6A12345678901\", \"carrier\": \"La Poste\"}")
        .expect(204);
    assertThat(notification(ada, "OrderShipped", "SUPPRESSED")).isPresent();
  }

  @Test
  void a_link_that_is_none_of_ours_ends_nothing() {
    Answer page = shop.get("/api/unsubscribe?token=ada~EMAIL~nonsense").expect(400);
    assertThat(page.body().at("/errors/0/field").asString("")).isEqualTo("token");
    click("/api/unsubscribe").expect(400);
  }

  @Test
  void staff_look_at_templates() {
    Shop staff = shop.as("staff");

    assertThat(staff.get("/api/notification-templates").expect(200).body().path("items"))
        .hasSize(42);
    Answer preview = staff.get("/api/notification-templates/OrderShipped/EMAIL/fr").expect(200);
    assertThat(preview.text("subject")).endsWith("est en route");
    assertThat(preview.text("html")).contains("Bonjour Ada Lovelace,");
    staff.get("/api/notification-templates/OrderShipped/PUSH/fr").expect(404);
    shop.as("customer").get("/api/notification-templates").expect(403);
  }

  private Answer click(String link) {
    return shop.send(
        "POST",
        link,
        BodyPublishers.ofString("List-Unsubscribe=One-Click"),
        Map.of("Content-Type", "application/x-www-form-urlencoded"));
  }

  private String channels(Shop.Customer customer) {
    return customer
        .shop()
        .get("/api/customers/" + customer.id() + "/notification-preferences")
        .expect(200)
        .body()
        .path("channels")
        .toString();
  }

  /** The mail of an event, by the Message-ID that the ledger has. */
  private JsonNode mail(Shop.Customer customer, String reason) {
    String id = notification(customer, reason, "SENT").orElseThrow();
    return inbox
        .get("/api/messages?to=ada-" + customer.id() + "@example.org")
        .expect(200)
        .body()
        .path("items")
        .valueStream()
        .filter(mail -> mail.path("headers").toString().contains("<n-" + id + "-n@"))
        .findFirst()
        .orElseThrow();
  }

  private Optional<String> notification(Shop.Customer customer, String reason, String state) {
    return Await.until(
        () ->
            shop.as("staff")
                .get("/api/notifications?customerId=" + customer.id() + "&channel=EMAIL")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("reason").asString().equals(reason))
                .filter(item -> item.path("state").asString().equals(state))
                .map(item -> item.path("id").asString())
                .findFirst(),
        Optional::isPresent);
  }

  private static String unsubscribeLink(JsonNode mail) {
    return unsubscribeLinks(mail).orElseThrow();
  }

  /** Path and query: the shop of the test has another port in each run. */
  private static Optional<String> unsubscribeLinks(JsonNode mail) {
    return mail.path("headers")
        .valueStream()
        .map(header -> LINK.matcher(header.asString()))
        .filter(Matcher::matches)
        .map(found -> URI.create(found.group(1)))
        .map(link -> link.getRawPath() + "?" + link.getRawQuery())
        .findFirst();
  }
}
