package io.cornershop.notifications.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.cornershop.kernel.PhoneNumbers;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.NotificationId;
import io.cornershop.notifications.messages.Content;
import io.cornershop.notifications.messages.Outcome.NotNow;
import io.cornershop.notifications.messages.Outcome.Sent;
import io.cornershop.notifications.messages.Outcome.Unknown;
import io.cornershop.notifications.messages.OutgoingMessage;
import io.cornershop.notifications.sms.EndlessServer.Without;
import io.cornershop.notifications.sms.SmsServer.Request;
import io.cornershop.outbound.HttpCall;
import io.cornershop.outbound.HttpCall.Target;
import io.cornershop.outbound.HttpTraces;
import io.cornershop.outbound.RecordedCalls;
import io.cornershop.outbound.RecordedCalls.Recorded;
import io.cornershop.testing.Await;
import io.cornershop.testing.SmallApplication;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The adapter as it runs: Rest Client and Fault Tolerance of the server, against WireMock. */
@ArquillianTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public class SmsLineIT {

  private static final NotNow NOT_ASKED =
      new NotNow("The SMS provider is not asked for a while", Optional.empty());
  private static final NotNow UNCONNECTED =
      new NotNow("There is no connection to the SMS provider", Optional.empty());

  /** Far less than a provider that floods could send in the time. */
  private static final long MOST_ON_THE_WAY = 64L << 20;

  private static final Unknown ENDLESS = new Unknown("The answer of the SMS provider has no end");
  private static final OutgoingMessage MESSAGE =
      new OutgoingMessage(
          new NotificationId("n-1"),
          Channel.SMS,
          "+49301234567",
          new Content("", "On its way & more: é", Optional.empty()),
          Optional.empty());

  @Inject SmsLine line;
  @Inject SmsServer sms;
  @Inject SmsSettings settings;

  @Deployment
  static WebArchive application() {
    return SmallApplication.withoutEngine(
            Channel.class.getPackage(),
            Content.class.getPackage(),
            PhoneNumbers.class.getPackage(),
            SmsLine.class.getPackage())
        .addClass(Await.class)
        .addAsLibrary(SmallApplication.libraryOf(WireMockServer.class));
  }

  private SmsTransport over(SmsLine used, SmsSettings known) {
    return new SmsTransport(used, known, Clock.systemUTC());
  }

  @Test
  void sends_once_asks_and_leaves_a_provider_alone_that_fails() {
    SmsTransport transport = over(line, settings);
    sms.answer(201, SmsServer.QUEUED);
    assertThat(transport.deliver(MESSAGE)).isEqualTo(new Sent(SmsServer.SID));
    assertThat(sms.requests())
        .containsExactly(
            new Request(
                "POST",
                "/2010-04-01/Accounts/AC1/Messages.json",
                "Basic QUMxOnNlY3JldA==",
                Map.of(
                    "To",
                    "+49301234567",
                    "From",
                    "+15550100",
                    "Body",
                    "On its way & more: é [n-1]")));

    sms.answer(200, "{\"messages\": []}");
    assertThat(transport.ask(MESSAGE))
        .isEqualTo(new Unknown("The SMS provider shows no such message"));
    assertThat(sms.requests().getLast().url())
        .isEqualTo("/2010-04-01/Accounts/AC1/Messages.json?To=%2B49301234567&PageSize=50");

    sms.answerAfter(Duration.ofSeconds(12), SmsServer.QUEUED);
    assertThat(transport.deliver(MESSAGE))
        .isEqualTo(new Unknown("The connection to the SMS provider broke"));
    sms.answer(503, "");
    assertThat(transport.deliver(MESSAGE)).isEqualTo(new Unknown("The SMS provider answers 503"));
    assertThat(sms.requests()).hasSize(4);

    Await.until(() -> transport.deliver(MESSAGE), NOT_ASKED::equals);
    int asked = sms.requests().size();
    assertThat(transport.deliver(MESSAGE)).isEqualTo(NOT_ASKED);
    assertThat(sms.requests()).hasSize(asked);

    sms.answer(201, SmsServer.QUEUED);
    Await.until(() -> transport.deliver(MESSAGE), new Sent(SmsServer.SID)::equals);
  }

  @Test
  void each_request_is_noted_without_account_and_number() {
    RecordedCalls calls = new RecordedCalls();
    SmsLine noted = new SmsLine(settings, calls);
    sms.answer(201, SmsServer.QUEUED);
    over(noted, settings).deliver(MESSAGE);
    over(noted, settings).ask(MESSAGE);
    noted.close();

    Target messages =
        new Target(URI.create(sms.url() + "/2010-04-01"), "/Accounts/{account}/Messages.json");
    assertThat(calls.ended())
        .containsExactly(
            new Recorded(new HttpCall("POST", Optional.of(messages), 0), "201"),
            new Recorded(new HttpCall("GET", Optional.of(messages), 0), "201"));
  }

  @ParameterizedTest
  @EnumSource(Without.class)
  void does_not_wait_for_an_answer_without_an_end(Without end) throws IOException {
    try (EndlessServer endless = EndlessServer.start(end)) {
      Duration timeout = Duration.ofMillis(end == Without.LENGTH ? 20_000 : 400);
      SmsSettings there = new SmsSettings(endless.url(), "AC1", "secret", "+15550100", timeout);
      SmsLine asked = new SmsLine(there, HttpTraces.NONE);
      SmsTransport transport = over(asked, there);

      assertThat(transport.deliver(MESSAGE)).isEqualTo(ENDLESS);
      assertThat(transport.ask(MESSAGE)).isEqualTo(ENDLESS);
      Await.holds("no connection is open", () -> endless.openConnections() == 0);
      assertThat(endless.written()).isLessThan(MOST_ON_THE_WAY);
      asked.close();
    }
  }

  @Test
  void knows_that_nothing_was_sent_without_a_connection() {
    SmsSettings nowhere =
        new SmsSettings("http://127.0.0.1:1", "AC1", "secret", "+15550100", Duration.ofMillis(500));

    assertThat(over(new SmsLine(nowhere, HttpTraces.NONE), nowhere).deliver(MESSAGE))
        .isEqualTo(UNCONNECTED);
  }
}
