package io.cornershop.notifications.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.inventory.InventoryFixtures;
import io.cornershop.kernel.Rejected;
import io.cornershop.notifications.delivery.Resending;
import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.ledger.Progress;
import io.cornershop.notifications.ledger.State;
import io.cornershop.notifications.messages.Outcome;
import io.cornershop.orders.OrderFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeliveryTest extends NotifyingScene {

  private static final Outcome NOT_NOW = new Outcome.NotNow("451 later", Optional.empty());

  @Test
  void what_is_refused_for_good_is_not_tried_again() {
    mail.does(always(new Outcome.Refused("550 no such mailbox", false)));
    node.handle(world.happen("Stock", "teapot-red", InventoryFixtures.LOW));
    node.fireAll(DAYS);

    assertEnd(State.FAILED, "550 no such mailbox", 1);
    assertThat(world.toldOf(only().id())).containsExactly("NotificationFailed");
  }

  @Test
  void a_deferral_is_tried_again_until_it_is_taken() {
    List<Instant> attempts = new ArrayList<>();
    mail.does(
        message -> {
          attempts.add(world.time.instant());
          return attempts.size() < 4 ? NOT_NOW : Provider.TAKES.apply(message);
        });
    paid();
    node.fireAll(DAYS);

    assertThat(attempts).hasSize(4);
    assertThat(only().state()).isEqualTo(State.SENT);
    assertThat(only().progress().attempts()).isEqualTo(4);
  }

  @Test
  void the_time_that_a_provider_asks_for_is_kept() {
    List<Instant> attempts = new ArrayList<>();
    mail.does(
        message -> {
          attempts.add(world.time.instant());
          return attempts.size() == 1
              ? new Outcome.NotNow("429", Optional.of(Duration.ofMinutes(7)))
              : Provider.TAKES.apply(message);
        });
    paid();
    node.fireAll(DAYS);

    assertThat(attempts).containsExactly(World.NOON, World.NOON.plus(Duration.ofMinutes(7)));
  }

  @Test
  void a_provider_that_asks_for_ever_is_tried_again_while_it_is_of_use() {
    List<Instant> attempts = new ArrayList<>();
    sms.does(
        message -> {
          attempts.add(world.time.instant());
          return attempts.size() < 3
              ? new Outcome.NotNow("429", Optional.of(Duration.ofDays(1)))
              : Provider.TAKES.apply(message);
        });
    world.happen("Order", "cart-1", OrderFixtures.CREATED);
    node.handle(world.happen("Order", "cart-1", OrderFixtures.SHIPPED));
    node.fireAll(DAYS);

    assertThat(attempts).hasSize(3);
    assertThat(attempts.getFirst().plus(Duration.ofHours(3))).isEqualTo(attempts.get(1));
    assertThat(world.entries()).allMatch(entry -> entry.state() == State.SENT);
  }

  @Test
  void what_cannot_be_sent_while_it_is_of_use_expires() {
    mail.does(always(NOT_NOW));
    paid();
    node.fireAll(DAYS);

    assertThat(only().state()).isEqualTo(State.EXPIRED);
    assertThat(world.toldOf(only().id())).containsExactly("NotificationFailed");
  }

  @Test
  void an_unknown_outcome_is_asked_for_and_never_sent_again() {
    mail.does(
        message -> {
          mail.take(message);
          return new Outcome.Unknown("timeout after DATA");
        });
    paid();
    node.fireAll(DAYS);

    assertEnd(State.UNKNOWN, "timeout after DATA", 1);
    assertThat(only().progress().asks()).isEqualTo(5);
    assertThat(world.taken().values()).containsExactly(1);
    assertThat(world.timers.all()).isEmpty();
  }

  @Test
  void a_provider_that_has_it_says_so_when_it_is_asked() {
    mail.does(
        message -> {
          mail.take(message);
          return new Outcome.Unknown("timeout");
        });
    mail.remembers();
    paid();
    node.fireAll(DAYS);

    assertThat(only().state()).isEqualTo(State.SENT);
    assertThat(world.toldOf(only().id())).containsExactly("EmailSent");
  }

  @Test
  void a_provider_that_certainly_does_not_have_it_gets_it_again() {
    mail.does(always(new Outcome.Unknown("timeout")));
    mail.knows(
        message -> {
          mail.does(Provider.TAKES);
          return NOT_NOW;
        });
    paid();
    node.fireAll(DAYS);

    assertThat(only().state()).isEqualTo(State.SENT);
    assertThat(mail.messages()).hasSize(1);
  }

  @Test
  void an_operator_can_have_sent_what_failed() {
    mail.does(always(new Outcome.Refused("550", false)));
    node.handle(world.happen("Stock", "teapot-red", InventoryFixtures.LOW));
    node.fireAll(Duration.ofHours(1));
    mail.does(Provider.TAKES);
    Resending resending = new Resending(node.office, NotifyingNode.USEFUL);

    Entry again = resending.resend(only());
    assertThat(again.state()).isEqualTo(State.PENDING);
    node.fireAll(Duration.ofHours(1));

    assertThat(only().state()).isEqualTo(State.SENT);
    assertThat(only().progress().attempts()).isEqualTo(2);
    assertThat(world.toldOf(only().id())).containsExactly("NotificationFailed", "EmailSent");
    assertThatThrownBy(() -> resending.resend(only()))
        .isInstanceOfSatisfying(
            Rejected.class, e -> assertThat(e.code()).isEqualTo("notification-not-resendable"));
  }

  @Test
  void what_was_not_finished_before_a_restore_is_left_to_an_operator() {
    paid();
    Entry entry = only();
    Progress pending = entry.progress();
    world.ledger.replace(entry.again(pending, entry.usefulUntil(), "an earlier life"));
    node.fireAll(DAYS);

    assertThat(mail.attempts()).isZero();
    assertThat(only().state()).isEqualTo(State.UNKNOWN);
    assertThat(only().progress().why()).contains("the store was restored since");
  }

  @Test
  void an_address_that_is_gone_is_told() {
    List<String> gone = new ArrayList<>();
    NotifyingNode hearing =
        new NotifyingNode(
            world,
            new Steps(Integer.MAX_VALUE),
            NotifyingNode.settings(1_000, 1_000),
            (entry, envelope) -> gone.add(envelope.address()));
    push.does(always(new Outcome.Refused("410", true)));
    world.happen("Order", "cart-1", OrderFixtures.CREATED);
    hearing.handle(world.happen("Order", "cart-1", OrderFixtures.DELIVERED));
    hearing.fireAll(DAYS);

    assertThat(gone).hasSize(2).allMatch(address -> address.contains("https://push.example/"));
  }
}
