package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.json.Json;
import io.cornershop.kernel.CustomerId;
import io.cornershop.notifications.PushSubscription;
import io.cornershop.notifications.email.ScriptedSmtpServer;
import io.cornershop.notifications.push.PushBrowser;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A mail server, an SMS provider and a push service that keep what the shop sends. */
record CountedProviders(ScriptedSmtpServer mail, PhonesAndBrowsers others, PushBrowser browser)
    implements AutoCloseable {

  /**
   * An entry of the ledger and what came of it.
   *
   * @param what channel, event type and state
   * @param arrived how many messages
   */
  record Told(String what, long arrived) {

    /** Once, or at most once when nobody knows or it failed. */
    boolean isRight() {
      return what.endsWith("SENT") ? arrived == 1 : arrived <= 1 && isSettled();
    }

    boolean isSettled() {
      return !what.endsWith("PENDING") && !what.endsWith("SENDING");
    }

    @Override
    public String toString() {
      return what + " " + arrived;
    }
  }

  static CountedProviders open() throws IOException {
    return new CountedProviders(
        ScriptedSmtpServer.plain(), PhonesAndBrowsers.open(), new PushBrowser());
  }

  /** By which an application sends to these. */
  Map<String, String> environment() {
    return Map.of(
        "CORNERSHOP_NOTIFICATIONS_MAIL_PORT", Integer.toString(mail.port()),
        "CORNERSHOP_NOTIFICATIONS_MAIL_TIMEOUT", "PT60S",
        "CORNERSHOP_NOTIFICATIONS_SMS_BASE_URL", others.url(),
        "CORNERSHOP_NOTIFICATIONS_SMS_ACCOUNT", "test",
        "CORNERSHOP_NOTIFICATIONS_SMS_TIMEOUT", "PT60S",
        "CORNERSHOP_NOTIFICATIONS_PUSH_TIMEOUT", "PT60S",
        "CORNERSHOP_NOTIFICATIONS_CLAIM", "PT30S",
        "CORNERSHOP_NOTIFICATIONS_ADDRESS_PER_HOUR", "1000");
  }

  /** A customer whom all three reach. */
  Customer adaAt(Shop anyone) {
    String id = UUID.randomUUID().toString();
    Shop shop = anyone.asCustomer(id);
    String profile =
        "{\"name\": \"Ada\", \"email\": \"ada@example.org\", \"phone\": \"+441632960961\"}";
    shop.post("/api/customers", profile).expect(201);
    String self = "/api/customers/" + id;
    shop.put(
            self + "/notification-preferences",
            "{\"language\": \"en\", \"channels\": [\"EMAIL\", \"SMS\", \"PUSH\"]}")
        .expect(204);
    PushSubscription here = browser.subscription(new CustomerId(id), others.endpoint());
    Map<String, Object> body =
        Map.of(
            "endpoint",
            here.endpoint(),
            "keys",
            Map.of("p256dh", here.p256dh(), "auth", here.auth()));
    shop.post(self + "/push-subscriptions", Json.TOLERANT.writeValueAsString(body)).expect(201);
    return new Customer(id, shop);
  }

  /** Ships and delivers an order, of which a customer hears by all three. */
  static void deliver(Shop staff, String order) {
    String orders = "/api/orders/" + order;
    staff
        .post(orders + "/ship", "{\"trackingNumber\": \"JD014600003\", \"carrier\": \"DHL\"}")
        .expect(204);
    staff.post(orders + "/deliver", "").expect(204);
  }

  /** Each entry of the ledger with what came of it. */
  List<Told> told(Shop operator) {
    List<JsonNode> ledger = ledger(operator).toList();
    Map<String, Long> arrived = arrived(ids(ledger.stream()));
    return ledger.stream()
        .map(e -> new Told(line(e), arrived.getOrDefault(e.path("id").asString(), 0L)))
        .toList();
  }

  /** Nothing has come for which there is no entry. */
  void assertNothingBeside(Shop operator) {
    List<String> ids = ids(ledger(operator));
    assertThat(Set.copyOf(ids)).containsAll(arrived(ids).keySet());
  }

  private Map<String, Long> arrived(List<String> ids) {
    return new ArrivedMessages(mail, others, browser).byId(ids);
  }

  private static List<String> ids(Stream<JsonNode> ledger) {
    return ledger.map(entry -> entry.path("id").asString()).toList();
  }

  /** The whole ledger, page by page. */
  Stream<JsonNode> ledger(Shop operator) {
    String first = "/api/notifications?limit=500";
    return Stream.iterate(
            operator.get(first).expect(200).body(),
            page -> !page.isMissingNode(),
            page ->
                page.has("next")
                    ? operator
                        .get(first + "&after=" + page.path("next").asString())
                        .expect(200)
                        .body()
                    : page.path("next"))
        .flatMap(page -> page.path("items").valueStream());
  }

  /** Channel, event type and state. */
  static String line(JsonNode entry) {
    return Stream.of("channel", "reason", "state")
        .map(field -> entry.path(field).asString())
        .collect(Collectors.joining(" "));
  }

  @Override
  public void close() throws IOException {
    others.close();
    mail.close();
  }
}
