package io.cornershop.notifications.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.customers.CustomerFixtures;
import io.cornershop.kernel.CustomerId;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.NotificationId;
import io.cornershop.notifications.Preferences;
import io.cornershop.notifications.QuietHours;
import io.cornershop.notifications.delivery.Forgetting;
import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.messages.Outcome;
import io.cornershop.orders.OrderFixtures;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Somebody wants to be forgotten while messages wait. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ErasedPeopleTest extends NotifyingScene {

  private void erase() {
    node.handle(world.happen("Customer", "customer-ada", CustomerFixtures.ERASED));
  }

  private List<String> ledger() {
    return world.entries().stream()
        .map(e -> e.channel() + " " + e.state() + " " + e.progress().why().orElse(""))
        .sorted()
        .toList();
  }

  private void shippedInQuietHours() {
    QuietHours siesta = new QuietHours("11:00", "15:30", "UTC");
    world.people.put(
        "customer-ada",
        People.ada(new Preferences("en", EnumSet.allOf(Channel.class), Optional.of(siesta))));
    world.happen("Order", "cart-1", OrderFixtures.CREATED);
    node.handle(world.happen("Order", "cart-1", OrderFixtures.SHIPPED));
  }

  @Test
  void what_waits_is_suppressed_as_soon_as_it_is_told_and_what_was_sent_stays() {
    shippedInQuietHours();
    node.fireAll(Duration.ofMinutes(2));
    assertThat(ledger()).isEqualTo(List.of("EMAIL SENT ", "SMS PENDING the person's quiet hours"));

    erase();

    List<String> after = List.of("EMAIL SENT ", "SMS SUPPRESSED the person was erased");
    assertThat(ledger()).isEqualTo(after);
    node.fireAll(DAYS);
    assertThat(ledger()).isEqualTo(after);
    assertThat(sms.attempts()).isZero();
    assertThat(world.timers.all()).isEmpty();
  }

  @Test
  void what_a_provider_did_not_take_is_suppressed_and_others_are_left_alone() {
    mail.does(always(new Outcome.NotNow("451", Optional.empty())));
    world.people.put("bob", People.customer("bob"));
    paid();
    node.fireDue(10);
    Entry ada = only();
    Entry bob = entered("bob", ada);

    erase();

    assertThat(world.ledger.find(ada.id()).orElseThrow().progress().why())
        .contains("the person was erased");
    assertThat(world.ledger.find(bob.id())).contains(bob);
  }

  private Entry entered(String customer, Entry like) {
    return world.ledger.enter(
        new Entry(
            new NotificationId("of-" + customer + "-" + world.entries().size()),
            like.cause(),
            Optional.of(new CustomerId(customer)),
            like.channel(),
            like.sealed(),
            like.enteredAt(),
            like.usefulUntil(),
            like.epoch(),
            like.progress(),
            false,
            false,
            1));
  }

  @Test
  void however_many_wait_none_is_left_and_once_more_changes_nothing() {
    mail.does(always(new Outcome.NotNow("451", Optional.empty())));
    paid();
    node.fireDue(10);
    Entry one = only();
    for (int i = 0; i < 250; i++) {
      entered("customer-ada", one);
    }
    Forgetting forgetting = new Forgetting(node.office);

    forgetting.forget(CustomerFixtures.ADA);

    assertThat(ledger()).hasSize(251).containsOnly("EMAIL SUPPRESSED the person was erased");
    List<Entry> before = world.entries();
    forgetting.forget(CustomerFixtures.ADA);
    assertThat(world.entries()).isEqualTo(before);
  }
}
