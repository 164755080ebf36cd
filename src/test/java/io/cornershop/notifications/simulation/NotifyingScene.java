package io.cornershop.notifications.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.notifications.Channel;
import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.ledger.State;
import io.cornershop.notifications.messages.Outcome;
import io.cornershop.notifications.messages.OutgoingMessage;
import io.cornershop.payments.PaymentFixtures;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;

/** One node that tells people, of whom Ada is known, and providers that take everything. */
abstract class NotifyingScene {

  static final Duration DAYS = Duration.ofDays(4);

  final World world = new World();
  final Provider mail = world.providers.get(Channel.EMAIL);
  final Provider sms = world.providers.get(Channel.SMS);
  final Provider push = world.providers.get(Channel.PUSH);
  final NotifyingNode node = NotifyingNode.of(world);

  @BeforeEach
  void adaIsKnown() {
    world.people.put(People.ADA.customerId(), People.ADA);
  }

  void paid() {
    node.handle(world.happen("Payment", "cart-1", PaymentFixtures.COMPLETED));
  }

  Entry only() {
    assertThat(world.entries()).hasSize(1);
    return world.entries().getFirst();
  }

  void assertEnd(State state, String why, int attempts) {
    assertThat(only().state()).isEqualTo(state);
    assertThat(only().progress().why()).isEqualTo(Optional.of(why));
    assertThat(only().progress().attempts()).isEqualTo(attempts);
  }

  static Function<OutgoingMessage, Outcome> always(Outcome outcome) {
    return message -> outcome;
  }
}
