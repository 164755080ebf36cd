package io.cornershop.notifications.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.ledger.InMemoryLedger;
import io.cornershop.payments.PaymentFixtures;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The ledger is an older copy of itself, and all events come again. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RestoreTest extends NotifyingScene {

  private void restore(List<Entry> copy) {
    world.ledger = new InMemoryLedger();
    copy.forEach(world.ledger::enter);
    NotifyingNode other = NotifyingNode.of(world);
    other.handle(world.events);
    other.fireAll(DAYS);
  }

  private List<String> ledger() {
    return world.entries().stream()
        .map(
            entry ->
                "%s, %s, told %s"
                    .formatted(
                        entry.state(), entry.progress().why().orElse(""), world.toldOf(entry.id())))
        .toList();
  }

  @Test
  void what_an_older_ledger_lacks_is_not_sent_when_it_is_too_late_and_says_so() {
    List<Entry> before = world.entries();
    paid();
    node.fireAll(DAYS);
    assertThat(ledger()).isEqualTo(List.of("SENT, , told [EmailSent]"));

    restore(before);

    assertThat(mail.messages()).hasSize(1);
    assertThat(ledger()).isEqualTo(List.of("EXPIRED, it came too late, told [EmailSent]"));
  }

  @Test
  void what_waits_in_an_older_ledger_is_not_sent_when_it_is_too_late_and_others_are_told() {
    paid();
    List<Entry> waiting = world.entries();
    world.time.pass(DAYS);

    restore(waiting);

    assertThat(mail.attempts()).isZero();
    assertThat(ledger())
        .isEqualTo(List.of("EXPIRED, it could not be sent in time, told [NotificationFailed]"));
  }

  @Test
  void of_the_time_before_a_restore_the_late_is_expired_and_the_rest_held_for_an_operator() {
    EventEnvelope late = ofEarlierLife("cart-8");
    world.time.pass(DAYS);
    EventEnvelope fresh = ofEarlierLife("cart-9");
    world.events.clear();
    world.events.addAll(List.of(fresh, late));

    restore(List.of());

    assertThat(mail.attempts()).isZero();
    assertThat(ledger())
        .containsExactlyInAnyOrder(
            "EXPIRED, it came too late, told []", "UNKNOWN, the store was restored since, told []");
  }

  /** An event that a topic still has, and the store has not. */
  private EventEnvelope ofEarlierLife(String cart) {
    EventEnvelope known = world.happen("Payment", cart, PaymentFixtures.COMPLETED);
    return new EventEnvelope(
        known.eventId(),
        known.type(),
        new StreamId("Payment", "not-" + cart),
        known.sequence(),
        known.timestamp(),
        known.data(),
        known.metadata(),
        known.position());
  }
}
