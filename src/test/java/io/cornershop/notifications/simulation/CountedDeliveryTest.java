package io.cornershop.notifications.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.inventory.InventoryFixtures;
import io.cornershop.notifications.messages.Outcome;
import io.cornershop.observability.metrics.DeliveryMetrics;
import io.cornershop.observability.metrics.TestMeters;
import io.cornershop.payments.PaymentFixtures;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What is counted of messages to people. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CountedDeliveryTest extends NotifyingScene {

  private static final String SENT =
      "notifications_sent_total{event_type=PaymentCompleted,notification_type=email}";
  private static final String ATTEMPTS =
      "notification_send_duration{notification_type=email} count";

  private final TestMeters counted = TestMeters.usual();

  private NotifyingNode observed() {
    world.observer = new DeliveryMetrics(counted.meters);
    return NotifyingNode.of(world);
  }

  private static String errors(String type) {
    return "notification_send_errors_total{error_type=" + type + ",notification_type=email}";
  }

  @Test
  void a_message_counts_once_however_often_its_event_comes_and_its_timer_fires() {
    NotifyingNode node = observed();
    var paid = world.happen("Payment", "cart-1", PaymentFixtures.COMPLETED);
    node.handle(paid);
    node.handle(paid);
    node.fireAll(DAYS);
    node.handle(paid);
    node.fireAll(DAYS);

    assertThat(counted.counts()).isEqualTo(Map.of(SENT, 1.0, ATTEMPTS, 1.0));
  }

  @Test
  void each_attempt_that_a_provider_puts_off_is_an_error() {
    int[] tries = {0};
    mail.does(
        message ->
            ++tries[0] < 4
                ? new Outcome.NotNow("451 later", Optional.empty())
                : Provider.TAKES.apply(message));
    NotifyingNode node = observed();
    node.handle(world.happen("Payment", "cart-1", PaymentFixtures.COMPLETED));
    node.fireAll(DAYS);

    assertThat(counted.counts())
        .isEqualTo(Map.of(SENT, 1.0, ATTEMPTS, 4.0, errors("not_now"), 3.0));
  }

  @Test
  void what_is_put_off_for_one_recipient_alone_is_told_from_what_is_put_off_for_all() {
    int[] tries = {0};
    mail.does(
        message ->
            ++tries[0] < 3
                ? Outcome.NotNow.ofOne("452 mailbox full", Optional.empty())
                : Provider.TAKES.apply(message));
    NotifyingNode node = observed();
    node.handle(world.happen("Payment", "cart-1", PaymentFixtures.COMPLETED));
    node.fireAll(DAYS);

    assertThat(counted.counts())
        .isEqualTo(Map.of(SENT, 1.0, ATTEMPTS, 3.0, errors("deferred"), 2.0));
  }

  @Test
  void what_a_provider_has_taken_without_saying_so_counts_when_it_is_asked() {
    mail.does(
        message -> {
          mail.take(message);
          return new Outcome.Unknown("timeout");
        });
    mail.remembers();
    NotifyingNode node = observed();
    node.handle(world.happen("Payment", "cart-1", PaymentFixtures.COMPLETED));
    node.fireAll(DAYS);

    assertThat(counted.counts())
        .isEqualTo(Map.of(SENT, 1.0, ATTEMPTS, 1.0, errors("unknown"), 1.0));
  }

  @Test
  void a_refused_message_is_an_error_and_not_sent() {
    mail.does(always(new Outcome.Refused("550 no such mailbox", false)));
    NotifyingNode node = observed();
    node.handle(world.happen("Stock", "teapot-red", InventoryFixtures.LOW));
    node.fireAll(DAYS);

    assertThat(counted.counts()).isEqualTo(Map.of(ATTEMPTS, 1.0, errors("refused"), 1.0));
  }
}
