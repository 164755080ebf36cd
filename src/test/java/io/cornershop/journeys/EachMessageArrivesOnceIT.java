package io.cornershop.journeys;

import static io.cornershop.notifications.email.ScriptedSmtpServer.HANG;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.json.Json;
import io.cornershop.kernel.CustomerId;
import io.cornershop.notifications.PushSubscription;
import io.cornershop.notifications.email.ScriptedSmtpServer;
import io.cornershop.notifications.email.ScriptedSmtpServer.Step;
import io.cornershop.notifications.push.PushBrowser;
import io.cornershop.testing.Answer;
import io.cornershop.testing.Await;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Counts what a customer and the staff really get by e-mail, SMS and push, whatever dies, comes
 * again or is made anew. The mail server, the SMS provider and the push service are the test's own.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EachMessageArrivesOnceIT {

  /** What was being sent is left to the next node after a minute. */
  private static final Duration PATIENCE = Duration.ofSeconds(150);

  private final PushBrowser browser = new PushBrowser();
  private ScriptedSmtpServer mail;
  private PhonesAndBrowsers others;
  private ArrivedMessages mailbox;
  private RunningPlatform platform;
  private Shop operator;
  private Customer ada;

  @BeforeEach
  void start() throws IOException {
    mail = ScriptedSmtpServer.plain();
    others = PhonesAndBrowsers.open();
    mailbox = new ArrivedMessages(mail, others, browser);
    platform = RunningPlatform.startWith("once", environment());
    operator = Shop.at(platform.baseUri()).as("operator");
    ada = adaWithPhoneAndBrowser();
  }

  @AfterEach
  void stop() throws IOException {
    platform.close();
    others.close();
    mail.close();
  }

  private Map<String, String> environment() {
    return Map.of(
        "CORNERSHOP_NOTIFICATIONS_MAIL_PORT", Integer.toString(mail.port()),
        "CORNERSHOP_NOTIFICATIONS_MAIL_TIMEOUT", "PT60S",
        "CORNERSHOP_NOTIFICATIONS_SMS_BASE_URL", others.url(),
        "CORNERSHOP_NOTIFICATIONS_SMS_ACCOUNT", "test",
        "CORNERSHOP_NOTIFICATIONS_SMS_TIMEOUT", "PT60S",
        "CORNERSHOP_NOTIFICATIONS_PUSH_TIMEOUT", "PT60S",
        "CORNERSHOP_NOTIFICATIONS_CLAIM", "PT30S");
  }

  private Customer adaWithPhoneAndBrowser() {
    String id = UUID.randomUUID().toString();
    Shop shop = Shop.at(platform.baseUri()).asCustomer(id);
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

  @Test
  void whatever_dies_comes_again_or_is_made_anew_and_once_more_on_an_operators_word() {
    String scarce = operator.newProduct("18.90", 5);
    String order = ada.order(scarce, 1, "sandbox-approve");
    ada.awaitOrder(order, "Confirmed");
    awaitReceived(
        "EMAIL LowStockAlert SENT 1",
        "EMAIL OrderConfirmed SENT 1",
        "EMAIL OrderCreated SENT 1",
        "EMAIL PaymentCompleted SENT 1");

    killAmidTheSending(order);
    platform.restart();
    EverythingAgain again = new EverythingAgain(operator, PATIENCE);
    again.handleAllEvents("notifications");
    again.rebuildAllReadModels();

    awaitReceived(
        "EMAIL LowStockAlert SENT 1",
        "EMAIL OrderConfirmed SENT 1",
        "EMAIL OrderCreated SENT 1",
        "EMAIL OrderDelivered UNKNOWN 1",
        "EMAIL OrderShipped UNKNOWN 1",
        "EMAIL PaymentCompleted SENT 1",
        "PUSH OrderDelivered UNKNOWN 1",
        "SMS OrderShipped SENT 1");

    resendMailOfShipping();

    awaitReceived(
        "EMAIL LowStockAlert SENT 1",
        "EMAIL OrderConfirmed SENT 1",
        "EMAIL OrderCreated SENT 1",
        "EMAIL OrderDelivered UNKNOWN 1",
        "EMAIL OrderShipped SENT 2",
        "EMAIL PaymentCompleted SENT 1",
        "PUSH OrderDelivered UNKNOWN 1",
        "SMS OrderShipped SENT 1");
  }

  /** All three have the messages, and the application has no answer yet. */
  private void killAmidTheSending(String order) {
    mail.at(Step.END, HANG);
    others.silent(true);
    Shop staff = operator.as("staff");
    String orders = "/api/orders/" + order;
    staff
        .post(orders + "/ship", "{\"trackingNumber\": \"JD014600003\", \"carrier\": \"DHL\"}")
        .expect(204);
    staff.post(orders + "/deliver", "").expect(204);
    Await.holds(
        "all have taken what they do not answer",
        () ->
            mail.messages().size() == 6
                && others.texts().size() == 1
                && others.pushed().size() == 1);
    platform.killApplication();
    mail.asUsualAt(Step.END);
    others.silent(false);
  }

  private void resendMailOfShipping() {
    String id =
        ledger()
            .filter(entry -> line(entry).equals("EMAIL OrderShipped UNKNOWN"))
            .map(entry -> entry.path("id").asString())
            .collect(Collectors.joining());
    operator
        .post("/api/notifications/" + id + "/resend", "{\"reason\": \"ada did not get it\"}")
        .expect(202);
    assertThat(
            items(operator.as("auditor").get("/api/admin/audit?limit=500"))
                .filter(entry -> entry.path("target").asString().equals(id))
                .map(e -> e.path("action").asString() + ": " + e.path("reason").asString()))
        .containsExactly("notification.resend: ada did not get it");
  }

  private static Stream<JsonNode> items(Answer answer) {
    return answer.expect(200).body().path("items").valueStream();
  }

  /** Each entry of the ledger with how many messages arrived for it; and none beside. */
  private void awaitReceived(String... lines) {
    List<String> wanted = Arrays.asList(lines);
    Await.until(PATIENCE, this::received, wanted::equals);
    assertThat(mailbox.byId(ids()).keySet()).isEqualTo(Set.copyOf(ids()));
  }

  private List<String> ids() {
    return ledger().map(entry -> entry.path("id").asString()).toList();
  }

  private List<String> received() {
    Map<String, Long> arrived = mailbox.byId(ids());
    return ledger()
        .map(entry -> line(entry) + " " + arrived.getOrDefault(entry.path("id").asString(), 0L))
        .sorted()
        .toList();
  }

  private Stream<JsonNode> ledger() {
    return items(operator.get("/api/notifications?limit=500"));
  }

  private static String line(JsonNode entry) {
    return Stream.of("channel", "reason", "state")
        .map(field -> entry.path(field).asString())
        .collect(Collectors.joining(" "));
  }
}
