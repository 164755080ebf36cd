package io.cornershop.journeys;

import static io.cornershop.notifications.email.ScriptedSmtpServer.HANG;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.notifications.email.ScriptedSmtpServer;
import io.cornershop.notifications.email.ScriptedSmtpServer.Step;
import io.cornershop.testing.Answer;
import io.cornershop.testing.Await;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
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

  private CountedProviders providers;
  private RunningPlatform platform;
  private Shop operator;
  private Customer ada;

  @BeforeEach
  void start() throws IOException {
    providers = CountedProviders.open();
    platform = RunningPlatform.startWith("once", providers.environment());
    operator = Shop.at(platform.baseUri()).as("operator");
    ada = providers.adaAt(operator);
  }

  @AfterEach
  void stop() throws IOException {
    platform.close();
    providers.close();
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
    ScriptedSmtpServer mail = providers.mail();
    PhonesAndBrowsers others = providers.others();
    mail.at(Step.END, HANG);
    others.silent(true);
    CountedProviders.deliver(operator.as("staff"), order);
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

  private Answer resend(String id) {
    return operator.post(
        "/api/notifications/" + id + "/resend", "{\"reason\": \"ada did not get it\"}");
  }

  private String idOf(String line) {
    return providers
        .ledger(operator)
        .filter(entry -> CountedProviders.line(entry).equals(line))
        .map(entry -> entry.path("id").asString())
        .collect(Collectors.joining());
  }

  /** What is refused is not written down as done. */
  private void resendMailOfShipping() {
    String id = idOf("EMAIL OrderShipped UNKNOWN");
    resend(idOf("EMAIL OrderConfirmed SENT")).expect(409);
    resend(id).expect(202);
    assertThat(
            items(operator.as("auditor").get("/api/admin/audit?limit=500"))
                .filter(e -> e.path("action").asString().startsWith("notification."))
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
    providers.assertNothingBeside(operator);
  }

  private List<String> received() {
    return providers.told(operator).stream().map(Object::toString).sorted().toList();
  }
}
