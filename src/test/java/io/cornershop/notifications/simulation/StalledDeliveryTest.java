package io.cornershop.notifications.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.Unavailable;
import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.ledger.Ledger;
import io.cornershop.notifications.ledger.Progress;
import io.cornershop.notifications.ledger.State;
import io.cornershop.notifications.messages.Outcome;
import io.cornershop.payments.PaymentFixtures;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that stops answering just when a provider has answered, and mails without room. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StalledDeliveryTest extends NotifyingScene {

  private Instant thaws = World.NOON;
  private boolean writesAllTheSame;
  private Consumer<Entry> claiming = any -> {};

  /** A node whose ledger freezes for a time once the provider has taken a mail. */
  private NotifyingNode frozenFor(Duration time) {
    Ledger ledger = world.ledger;
    world.ledger =
        (Ledger)
            Proxy.newProxyInstance(
                Ledger.class.getClassLoader(),
                new Class<?>[] {Ledger.class},
                (proxy, method, arguments) -> reach(ledger, method, arguments));
    mail.does(
        message -> {
          thaws = world.time.instant().plus(time);
          return Provider.TAKES.apply(message);
        });
    return NotifyingNode.of(world);
  }

  /** A node whose ledger freezes for a time as it claims a mail, and what happens then. */
  private NotifyingNode frozenInClaim(Consumer<Entry> meanwhile) {
    NotifyingNode frozen = frozenFor(Duration.ZERO);
    claiming =
        mine -> {
          claiming = any -> {};
          thaws = world.time.instant().plusSeconds(16);
          meanwhile.accept(mine);
        };
    return frozen;
  }

  private Object reach(Ledger ledger, Method method, Object[] arguments) throws Throwable {
    if (arguments != null && arguments[0] instanceof Entry next && next.state() == State.SENDING) {
      claiming.accept(next);
    }
    boolean frozen = world.time.instant().isBefore(thaws);
    try {
      Object answer = !frozen || writesAllTheSame ? method.invoke(ledger, arguments) : null;
      if (frozen) {
        throw new Unavailable("frozen", Duration.ofSeconds(1), new IllegalStateException("frozen"));
      }
      return answer;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void enter(NotifyingNode node) {
    node.handle(world.happen("Payment", "cart-1", PaymentFixtures.COMPLETED));
  }

  private void assertSentAndTold() {
    assertThat(only().state()).isEqualTo(State.SENT);
    assertThat(only().progress().attempts()).isOne();
    assertThat(world.toldOf(only().id())).containsExactly("EmailSent");
    assertThat(mail.taken().values()).containsExactly(1);
  }

  @Test
  void what_a_provider_has_answered_is_noted_when_the_database_answers_again() {
    NotifyingNode frozen = frozenFor(Duration.ofSeconds(16));
    enter(frozen);
    frozen.fireDue(1);

    assertSentAndTold();
    assertThat(world.timers.all()).isEmpty();
  }

  @Test
  void a_note_that_was_written_without_an_answer_is_recognised() {
    writesAllTheSame = true;
    NotifyingNode frozen = frozenFor(Duration.ofSeconds(16));
    enter(frozen);
    frozen.fireDue(1);

    assertSentAndTold();
    assertThat(world.timers.all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_claim_without_an_answer_is_ours_when_the_database_says_so(boolean wasWritten) {
    writesAllTheSame = wasWritten;
    NotifyingNode frozen = frozenInClaim(mine -> {});
    enter(frozen);
    frozen.fireDue(1);

    assertSentAndTold();
  }

  @Test
  void a_claim_without_an_answer_is_not_taken_for_that_of_another() {
    Ledger ledger = world.ledger;
    NotifyingNode frozen =
        frozenInClaim(
            mine -> {
              Entry seen = ledger.find(mine.id()).orElseThrow();
              Progress p = mine.progress();
              ledger.replace(seen.with(seen.progress().trying("other", p.at(), p.due())));
            });
    enter(frozen);
    frozen.fireDue(1);

    assertThat(mail.attempts()).isZero();
    assertThat(only().progress().why()).contains("other");
  }

  @Test
  void a_database_that_does_not_come_back_while_the_claim_holds_leaves_it_unknown() {
    NotifyingNode frozen = frozenFor(Duration.ofMinutes(3));
    enter(frozen);
    assertThatThrownBy(() -> frozen.fireDue(1)).isInstanceOf(Unavailable.class);
    assertThat(world.time.instant()).isBefore(World.NOON.plus(Duration.ofMinutes(2)));
    world.time.pass(Duration.ofMinutes(5));
    node.fireAll(DAYS);

    assertEnd(State.UNKNOWN, "nobody has noted what became of it", 1);
    assertThat(mail.taken().values()).containsExactly(1);
  }

  @Test
  void what_waits_for_room_is_pending_and_nothing_is_tried() {
    mail.hasRoom(false);
    paid();
    for (int times = 0; times < 50; times++) {
      node.fireDue(64);
      world.time.pass(Duration.ofSeconds(2));
    }

    assertThat(only().state()).isEqualTo(State.PENDING);
    assertThat(only().progress().attempts()).isZero();
    assertThat(mail.attempts()).isZero();
    mail.hasRoom(true);
    node.fireDue(64);
    assertSentAndTold();
  }

  @Test
  void what_meets_a_provider_that_cannot_be_reached_was_never_claimed() {
    List<State> states = new ArrayList<>();
    Ledger ledger = world.ledger;
    world.ledger =
        (Ledger)
            Proxy.newProxyInstance(
                Ledger.class.getClassLoader(),
                new Class<?>[] {Ledger.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("replace")) {
                    states.add(((Entry) arguments[0]).state());
                  }
                  return method.invoke(ledger, arguments);
                });
    NotifyingNode watched = NotifyingNode.of(world);
    mail.cannotBeReached(Optional.of(new Outcome.NotNow("no connection", Optional.empty())));
    enter(watched);
    watched.fireAll(Duration.ofMinutes(1));

    assertThat(states).isNotEmpty().containsOnly(State.PENDING);
    assertThat(only().progress().attempts()).isEqualTo(states.size());
    assertThat(only().progress().why()).contains("no connection");
    assertThat(mail.attempts()).isZero();
    mail.cannotBeReached(Optional.empty());
    watched.fireAll(Duration.ofHours(1));
    assertThat(only().state()).isEqualTo(State.SENT);
  }

  @Test
  void an_answer_that_comes_after_others_have_given_it_up_is_noted_still() {
    mail.does(
        message -> {
          world.time.pass(Duration.ofMinutes(3));
          NotifyingNode.of(world).fireDue(64);
          return Provider.TAKES.apply(message);
        });
    paid();
    node.fireDue(1);

    assertThat(only().state()).isEqualTo(State.SENT);
    assertThat(only().progress().attempts()).isOne();
  }
}
