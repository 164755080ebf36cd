package io.cornershop.notifications.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.inventory.InventoryFixtures;
import io.cornershop.kernel.ReplayFirewall;
import io.cornershop.kernel.ReplayViolation;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.Preferences;
import io.cornershop.notifications.QuietHours;
import io.cornershop.notifications.delivery.Resending;
import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.ledger.State;
import io.cornershop.notifications.messages.Content;
import io.cornershop.notifications.messages.Outcome;
import io.cornershop.notifications.messages.OutgoingMessage;
import io.cornershop.notifications.recipients.Recipient;
import io.cornershop.orders.OrderFixtures;
import io.cornershop.payments.PaymentFixtures;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TellingTest extends NotifyingScene {

  @Test
  void a_payment_is_told_by_mail() {
    paid();
    node.fireAll(DAYS);

    assertThat(only().progress().sentAt()).contains(World.NOON);
    assertThat(world.toldOf(only().id())).containsExactly("EmailSent");
    OutgoingMessage message = mail.messages().getFirst();
    assertThat(message.address()).isEqualTo("ada@example.org");
    assertThat(message.content().text()).contains("Ada Example", "81.75");
  }

  @Test
  void a_shipment_is_told_by_mail_and_sms_and_a_delivery_in_each_browser() {
    world.happen("Order", "cart-1", OrderFixtures.CREATED);
    node.handle(world.happen("Order", "cart-1", OrderFixtures.SHIPPED));
    node.handle(world.happen("Order", "cart-1", OrderFixtures.DELIVERED));
    node.fireAll(DAYS);

    assertThat(mail.messages()).hasSize(2);
    assertThat(sms.messages()).hasSize(1);
    assertThat(push.messages()).hasSize(2);
    assertThat(mail.messages().getFirst().content().text())
        .contains(OrderFixtures.CUP.productName());
  }

  @Test
  void the_staff_are_told_of_low_stock() {
    node.handle(world.happen("Stock", "teapot-red", InventoryFixtures.LOW));
    node.fireAll(DAYS);

    assertThat(mail.messages()).hasSize(1);
    assertThat(mail.messages().getFirst().address()).isEqualTo(NotifyingNode.STAFF);
    assertThat(only().customerId()).isEmpty();
  }

  @Test
  void what_comes_again_is_told_once_even_from_the_start() {
    paid();
    node.fireAll(Duration.ofHours(1));
    node.handle(world.events);
    NotifyingNode.of(world).handle(world.events);
    node.fireAll(DAYS);

    assertThat(mail.messages()).hasSize(1);
  }

  @Test
  void a_browser_that_came_later_is_not_told_of_what_was_told_before() {
    world.people.put("customer-ada", People.customer("customer-ada"));
    world.happen("Order", "cart-1", OrderFixtures.CREATED);
    node.handle(world.happen("Order", "cart-1", OrderFixtures.DELIVERED));
    world.people.put("customer-ada", People.ADA);
    node.handle(world.events.getLast());
    node.fireAll(DAYS);

    assertThat(push.messages()).isEmpty();
  }

  @Test
  void a_refused_mail_is_told_by_sms_instead() {
    EventEnvelope failed = refusedMail();
    node.handle(failed);
    node.handle(failed);
    node.fireAll(DAYS);

    assertThat(sms.messages()).hasSize(1);
    assertThat(sms.messages().getFirst().address()).isEqualTo("+49301234567");
    assertThat(sms.messages().getFirst().content())
        .isEqualTo(
            new Content(
                "",
                "CornerShop: your payment of €81.75 for order cart-1 is complete.",
                Optional.empty()));
  }

  private EventEnvelope refusedMail() {
    mail.does(always(new Outcome.Refused("550 no such mailbox", false)));
    paid();
    node.fireAll(Duration.ofMinutes(1));
    return world
        .store
        .read(new StreamId("Notification", only().id().value()), 1, 1)
        .getFirst()
        .events()
        .getFirst();
  }

  @Test
  void a_mail_that_an_operator_has_sent_since_is_not_told_by_sms_as_well() {
    EventEnvelope failed = refusedMail();
    mail.does(Provider.TAKES);
    new Resending(node.office, NotifyingNode.USEFUL).resend(only());

    node.handle(failed);
    node.fireAll(Duration.ofMinutes(1));
    node.handle(failed);
    node.fireAll(DAYS);

    assertThat(mail.messages()).hasSize(1);
    assertThat(sms.messages()).isEmpty();
  }

  @Test
  void who_had_no_number_gets_no_sms_of_a_failure_that_comes_again() {
    Recipient ada = People.ADA;
    world.people.put(
        ada.customerId(),
        new Recipient(
            ada.customerId(),
            ada.name(),
            ada.email(),
            Optional.empty(),
            ada.preferences(),
            List.of()));
    EventEnvelope failed = refusedMail();
    node.handle(failed);
    world.people.put(ada.customerId(), ada);

    node.handle(failed);
    node.fireAll(DAYS);

    assertThat(sms.messages()).isEmpty();
    assertThat(world.entries())
        .extracting(Entry::channel, Entry::state)
        .containsExactlyInAnyOrder(
            tuple(Channel.EMAIL, State.FAILED), tuple(Channel.SMS, State.SUPPRESSED));
  }

  @Test
  void an_old_event_is_not_told() {
    world.happen("Payment", "cart-1", PaymentFixtures.COMPLETED);
    world.time.pass(DAYS);
    node.handle(world.events);
    node.fireAll(DAYS);

    assertThat(mail.attempts()).isZero();
    assertEnd(State.EXPIRED, "it came too late", 0);
  }

  @Test
  void what_nobody_wants_is_not_sent_but_what_must_be_told_is() {
    Preferences nothing = new Preferences("en", EnumSet.noneOf(Channel.class), Optional.empty());
    world.people.put("customer-ada", People.ada(nothing));
    node.handle(world.happen("Order", "cart-1", OrderFixtures.CREATED));
    node.handle(world.happen("Order", "cart-1", OrderFixtures.SHIPPED));
    node.fireAll(DAYS);

    assertThat(mail.messages()).hasSize(1);
    assertThat(world.entries())
        .filteredOn(entry -> entry.state() == State.SUPPRESSED)
        .hasSize(2)
        .allMatch(
            entry -> entry.progress().why().equals(Optional.of("not wanted by this channel")));
  }

  @Test
  void somebody_who_is_not_known_any_more_is_not_told() {
    world.people.clear();
    paid();
    node.fireAll(DAYS);

    assertEnd(State.SUPPRESSED, "the customer is erased or not known", 0);
  }

  @Test
  void in_quiet_hours_only_mails_come() {
    QuietHours siesta = new QuietHours("13:00", "15:30", "Europe/Paris");
    world.people.put(
        "customer-ada",
        People.ada(new Preferences("en", EnumSet.allOf(Channel.class), Optional.of(siesta))));
    world.happen("Order", "cart-1", OrderFixtures.CREATED);
    node.handle(world.happen("Order", "cart-1", OrderFixtures.SHIPPED));
    node.fireAll(Duration.ofMinutes(149));
    assertThat(mail.messages()).hasSize(1);
    assertThat(sms.messages()).isEmpty();

    node.fireAll(Duration.ofMinutes(2));
    assertThat(sms.messages()).hasSize(1);
  }

  @Test
  void of_an_event_from_before_a_restore_somebody_may_have_been_told() {
    EventEnvelope known = world.happen("Payment", "cart-1", PaymentFixtures.COMPLETED);
    node.handle(
        new EventEnvelope(
            known.eventId(),
            known.type(),
            new StreamId("Payment", "cart-9"),
            7,
            known.timestamp(),
            known.data(),
            known.metadata(),
            known.position()));
    node.fireAll(DAYS);

    assertThat(mail.attempts()).isZero();
    assertEnd(State.UNKNOWN, "the store was restored since", 0);
  }

  @Test
  void a_replay_reaches_nobody() {
    world.happen("Payment", "cart-1", PaymentFixtures.COMPLETED);
    assertThatThrownBy(
            () ->
                ReplayFirewall.during(
                    "test",
                    () -> {
                      node.handle(world.events);
                      return null;
                    }))
        .isInstanceOf(ReplayViolation.class);
    assertThat(world.entries()).isEmpty();
  }
}
