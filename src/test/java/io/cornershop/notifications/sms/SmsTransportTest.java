package io.cornershop.notifications.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.ReplayFirewall;
import io.cornershop.kernel.ReplayViolation;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.NotificationId;
import io.cornershop.notifications.messages.Content;
import io.cornershop.notifications.messages.Outcome.NotNow;
import io.cornershop.notifications.messages.Outcome.Refused;
import io.cornershop.notifications.messages.Outcome.Sent;
import io.cornershop.notifications.messages.Outcome.Unknown;
import io.cornershop.notifications.messages.OutgoingMessage;
import io.cornershop.notifications.sms.SmsServer.Request;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SmsTransportTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-05T07:15:00Z"), ZoneOffset.UTC);
  private static final String TEXT = "Your order order-1 is on its way: \"é\" & more";

  /** With the end of the message's id. */
  private static final String SENT_TEXT = TEXT + " [n-1]";

  private static final String SERVICE = "MG0123456789abcdef0123456789abcdef";

  private final SmsServer sms = SmsServer.start();
  private final SmsSettings settings = settings("+15550100", Duration.ofSeconds(20));
  private final JdkCalls calls = new JdkCalls(settings);
  private final SmsTransport transport = new SmsTransport(calls, settings, CLOCK);

  @AfterEach
  void close() {
    calls.close();
    sms.close();
  }

  private SmsSettings settings(String sender, Duration timeout) {
    return new SmsSettings(sms.url(), "AC1", "secret", sender, timeout);
  }

  private static OutgoingMessage to(String number) {
    return new OutgoingMessage(
        new NotificationId("n-1"),
        Channel.SMS,
        number,
        new Content("", TEXT, Optional.empty()),
        Optional.empty());
  }

  private static final OutgoingMessage MESSAGE = to("+49 30 1234567");

  private static String error(int code) {
    return "{\"code\": %d, \"message\": \"+49301234567 is wrong\", \"status\": 400}"
        .formatted(code);
  }

  private static String listed(String body, String status, String error) {
    return """
        {"messages": [
          {"sid": "SM1", "body": "another text", "status": "sent", "error_code": null},
          {"sid": "SM2", "body": %s, "status": "%s", "error_code": %s}]}
        """
        .formatted(io.cornershop.json.Json.STRICT.writeValueAsString(body), status, error);
  }

  @Test
  void hands_over_text_number_and_sender_and_knows_the_message_by_its_id() {
    sms.answer(201, SmsServer.QUEUED);

    assertThat(transport.deliver(MESSAGE)).isEqualTo(new Sent(SmsServer.SID));
    assertThat(sms.requests())
        .containsExactly(
            new Request(
                "POST",
                "/2010-04-01/Accounts/AC1/Messages.json",
                "Basic QUMxOnNlY3JldA==",
                Map.of("To", "+49301234567", "From", "+15550100", "Body", SENT_TEXT)));
  }

  @Test
  void names_a_messaging_service_instead_of_a_number() {
    sms.answer(201, SmsServer.QUEUED);

    assertThat(
            new SmsTransport(calls, settings(SERVICE, settings.timeout()), CLOCK).deliver(MESSAGE))
        .isEqualTo(new Sent(SmsServer.SID));
    assertThat(sms.requests().getFirst().fields())
        .isEqualTo(Map.of("To", "+49301234567", "MessagingServiceSid", SERVICE, "Body", SENT_TEXT));
  }

  @ParameterizedTest
  @CsvSource({
    "400, 21211, true",
    "400, 21217, true",
    "400, 21265, true",
    "400, 21268, true",
    "400, 21610, true",
    "400, 21614, true",
    "400, 21635, true",
    "400, 21612, false",
    "400, 21617, false",
    "400, 21658, false"
  })
  void is_refused_with_the_code_of_the_provider_and_without_its_words(
      int status, int code, boolean gone) {
    sms.answer(status, error(code));

    assertThat(transport.deliver(MESSAGE))
        .isEqualTo(
            new Refused("The SMS provider answers %d, code %d".formatted(status, code), gone));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 405, 408, 409, 413, 422, 425, 451})
  void comes_again_when_no_code_tells_that_number_or_text_are_wrong(int status) {
    sms.answer(status, "<html>no such page</html>");

    assertThat(transport.deliver(MESSAGE))
        .isEqualTo(new NotNow("The SMS provider answers " + status, Optional.empty()));
  }

  @Test
  void comes_again_when_the_provider_is_busy_and_says_when() {
    sms.answer(429, error(20429), "7");

    assertThat(transport.deliver(MESSAGE))
        .isEqualTo(
            new NotNow(
                "The SMS provider answers 429, code 20429", Optional.of(Duration.ofSeconds(7))));
  }

  @ParameterizedTest
  @CsvSource({
    "401, 20003",
    "403, 20005",
    "404, 20404",
    "409, 20409",
    "400, 20001",
    "400, 21212",
    "400, 21606",
    "400, 21611",
    "404, 21211",
    "422, 12345"
  })
  void comes_again_when_it_is_not_the_fault_of_the_message(int status, int code) {
    sms.answer(status, error(code));

    assertThat(transport.deliver(MESSAGE))
        .isEqualTo(
            new NotNow(
                "The SMS provider answers %d, code %d".formatted(status, code), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 302})
  void is_unknown_after_an_answer_that_tells_nothing(int status) {
    sms.answer(status, "");

    assertThat(transport.deliver(MESSAGE))
        .isEqualTo(new Unknown("The SMS provider answers " + status));
    assertThat(sms.requests()).hasSize(1);
  }

  @Test
  void is_unknown_when_no_answer_comes_in_time_or_the_connection_breaks() {
    sms.answerAfter(Duration.ofMillis(1_500), SmsServer.QUEUED);
    SmsSettings hasty = settings("+15550100", Duration.ofMillis(500));
    try (JdkCalls inTime = new JdkCalls(hasty)) {
      assertThat(new SmsTransport(inTime, hasty, CLOCK).deliver(MESSAGE))
          .isEqualTo(new Unknown("no answer"));
    }

    sms.breakOff();
    assertThat(transport.deliver(MESSAGE)).isEqualTo(new Unknown("no answer"));
  }

  @Test
  void comes_again_when_nobody_is_there() {
    sms.close();

    assertThat(transport.deliver(MESSAGE)).isEqualTo(new NotNow("no connection", Optional.empty()));
    assertThat(transport.ask(MESSAGE)).isEqualTo(new Unknown("no connection"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"030 1234567", "", "+49 30 call me", "[erased]"})
  void refuses_a_number_of_which_nobody_knows_the_country(String number) {
    assertThat(transport.deliver(to(number)))
        .isEqualTo(new Refused("The number does not tell its country", true));
    assertThat(sms.requests()).isEmpty();
  }

  @Test
  void finds_a_message_whose_outcome_was_unknown_by_number_and_text() {
    sms.answer(200, listed(SENT_TEXT, "delivered", "null"));

    assertThat(transport.ask(MESSAGE)).isEqualTo(new Sent("SM2"));
    assertThat(sms.requests())
        .extracting(Request::method, Request::url)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "GET", "/2010-04-01/Accounts/AC1/Messages.json?To=%2B49301234567&PageSize=50"));
  }

  @Test
  void finds_out_that_a_message_was_not_delivered() {
    sms.answer(200, listed(SENT_TEXT, "failed", "21610"));

    assertThat(transport.ask(MESSAGE))
        .isEqualTo(new Refused("The SMS was not delivered, code 21610", true));
  }

  @Test
  void comes_again_for_a_country_that_the_account_may_not_send_to_and_keeps_to_the_others() {
    sms.answer(400, error(21408));

    assertThat(transport.deliver(MESSAGE))
        .isEqualTo(NotNow.ofOne("The SMS provider answers 400, code 21408", Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(ints = {30001, 30002})
  void comes_again_when_the_provider_gave_up_for_its_own_queue_or_our_account(int code) {
    sms.answer(200, listed(SENT_TEXT, "failed", String.valueOf(code)));

    assertThat(transport.ask(MESSAGE))
        .isEqualTo(new NotNow("The SMS was not delivered, code " + code, Optional.empty()));
  }

  @Test
  void does_not_know_when_no_message_has_the_text() {
    sms.answer(200, listed("a text like others", "sent", "null"));

    assertThat(transport.ask(MESSAGE))
        .isEqualTo(new Unknown("The SMS provider shows no such message"));
  }

  @Test
  void sends_and_asks_nothing_on_a_thread_that_replays() {
    assertThatThrownBy(() -> ReplayFirewall.during("a test", () -> transport.deliver(MESSAGE)))
        .isInstanceOf(ReplayViolation.class);
    assertThatThrownBy(() -> ReplayFirewall.during("a test", () -> transport.ask(MESSAGE)))
        .isInstanceOf(ReplayViolation.class);
    assertThat(List.copyOf(sms.requests())).isEmpty();
  }
}
