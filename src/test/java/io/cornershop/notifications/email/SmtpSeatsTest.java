package io.cornershop.notifications.email;

import static io.cornershop.notifications.email.MailFixtures.PATIENT;
import static io.cornershop.notifications.email.MailFixtures.SHORT;
import static io.cornershop.notifications.email.MailFixtures.mail;
import static io.cornershop.notifications.email.MailFixtures.settings;
import static io.cornershop.notifications.email.MailFixtures.transport;
import static io.cornershop.notifications.email.ScriptedSmtpServer.HANG;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.notifications.email.MailSettings.Tls;
import io.cornershop.notifications.email.ScriptedSmtpServer.Step;
import io.cornershop.notifications.messages.Outcome;
import io.cornershop.notifications.messages.Transport;
import io.cornershop.testing.Await;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SmtpSeatsTest {

  private static final Outcome SENT = new Outcome.Sent("<n-4711-n@shop.example>");

  private ScriptedSmtpServer server;

  @BeforeEach
  void start() throws IOException {
    server = ScriptedSmtpServer.plain();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void many_at_once_share_four_connections() throws Exception {
    try (SmtpTransport transport = transport(settings(server.port(), Tls.NONE, PATIENT));
        ExecutorService threads = Executors.newCachedThreadPool()) {
      Callable<Outcome> call = () -> deliverFromSeat(transport);
      for (Future<Outcome> outcome : threads.invokeAll(Collections.nCopies(100, call))) {
        assertThat(outcome.get()).isEqualTo(SENT);
      }
    }
    assertThat(server.messages()).hasSize(100);
    assertThat(server.connections()).isBetween(1, 4);
  }

  private static Outcome deliverFromSeat(SmtpTransport transport) {
    try (Transport.Seat seat = Await.until(transport::seat, Optional::isPresent).orElseThrow()) {
      return transport.deliver(mail("ada@shop.example"), seat);
    }
  }

  @Test
  void where_all_connections_are_busy_there_is_no_seat() {
    try (SmtpTransport transport = transport(settings(server.port(), Tls.NONE, SHORT))) {
      for (int i = 0; i < 3; i++) {
        assertThat(transport.seat()).isPresent();
      }
      Transport.Seat last = transport.seat().orElseThrow();
      assertThat(transport.seat()).isEmpty();
      last.close();
      assertThat(transport.seat()).isPresent();
    }
    assertThat(server.connections()).isEqualTo(4);
    assertThat(server.commands()).noneMatch(line -> line.startsWith("MAIL"));
  }

  @Test
  void a_seat_has_its_connection_before_a_message_is_tried() {
    try (SmtpTransport transport = transport(settings(server.port(), Tls.NONE, PATIENT))) {
      for (int i = 0; i < 3; i++) {
        Transport.Seat seat = transport.seat().orElseThrow();
        assertThat(seat.obstacle()).isEmpty();
        assertThat(server.connections()).isEqualTo(1);
        seat.close();
      }
      assertThat(deliverFromSeat(transport)).isEqualTo(SENT);
    }
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void a_seat_says_that_the_server_is_not_there() throws IOException {
    server.close();
    try (SmtpTransport transport = transport(settings(server.port(), Tls.NONE, PATIENT));
        Transport.Seat seat = transport.seat().orElseThrow()) {
      assertThat(seat.obstacle())
          .contains(
              new Outcome.NotNow(
                  "no connection to the mail server: ConnectException", Optional.empty()));
    }
  }

  @Test
  void a_server_that_does_not_greet_is_an_obstacle() {
    server.at(Step.GREETING, HANG);
    try (SmtpTransport transport = transport(settings(server.port(), Tls.NONE, SHORT));
        Transport.Seat seat = transport.seat().orElseThrow()) {
      assertThat(seat.obstacle()).isPresent();
    }
  }
}
