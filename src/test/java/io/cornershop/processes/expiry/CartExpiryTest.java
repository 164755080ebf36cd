package io.cornershop.processes.expiry;

import static io.cornershop.carts.CartFixtures.ADD_TEAPOTS;
import static io.cornershop.carts.CartFixtures.CART;
import static io.cornershop.carts.CartFixtures.CHECK_OUT;
import static io.cornershop.carts.CartFixtures.CREATE;
import static io.cornershop.carts.CartFixtures.CREATED;
import static io.cornershop.carts.CartFixtures.EXPIRED;
import static io.cornershop.carts.CartFixtures.TEAPOTS_ADDED;
import static io.cornershop.carts.CartFixtures.TEAPOTS_UPDATED;
import static io.cornershop.carts.CartFixtures.THREE_TEAPOTS;
import static io.cornershop.carts.CartFixtures.at;
import static io.cornershop.testing.WholeShop.JSON;
import static io.cornershop.testing.WholeShop.TYPES;
import static io.cornershop.testing.WholeShop.commandsOn;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.carts.CartCommand;
import io.cornershop.carts.CartFixtures;
import io.cornershop.carts.CartLifetime;
import io.cornershop.eventing.alarms.Alarm;
import io.cornershop.eventing.alarms.Alarm.Wish;
import io.cornershop.eventing.alarms.AlarmHandler;
import io.cornershop.eventing.alarms.AlarmTimer;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.timers.InMemoryTimers;
import io.cornershop.eventing.timers.Timer;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.EventMetadata;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CartExpiryTest {

  private static final StreamId STREAM = new StreamId("Cart", CART.value());
  private static final Clock CLOCK = Clock.fixed(at(0), ZoneOffset.UTC);

  private final Alarm expiry = new CartExpiry(CartLifetime.USUAL);
  private final InMemoryEventStore store = new InMemoryEventStore(StoreLimits.USUAL, CLOCK);
  private final CommandHandler commands = commandsOn(store, CLOCK);
  private final InMemoryTimers timers = new InMemoryTimers();
  private final AlarmHandler handler = new AlarmHandler(expiry, TYPES, JSON, timers, "processes");

  private void given(CartCommand... all) {
    for (CartCommand command : all) {
      CommandId id = CommandId.of(command.toString());
      EventMetadata metadata = EventMetadata.of("c", "c", "ada", "tests");
      commands.handle(command, CommandContext.of(id, metadata));
    }
  }

  private Stream<EventEnvelope> stored() {
    return store.read(STREAM, 1, 100).stream().map(Commit::events).flatMap(List::stream);
  }

  private DomainEvent last() {
    return JSON.decode(stored().toList().getLast());
  }

  /** On a node where it is {@code minute}; the timer is gone afterwards if it has not moved. */
  private void fire(Timer timer, int minute) {
    Clock node = Clock.fixed(at(minute), ZoneOffset.UTC);
    new AlarmTimer(expiry, commands, node).fire(timer);
    timers.remove(timer);
  }

  private static Timer dueAt(int minute) {
    return new Timer("cart-expiry/cart-1", "cart-expiry", "cart-1", at(minute));
  }

  @Test
  void every_change_of_a_cart_sets_its_end_anew() {
    assertThat(
            Stream.of(CREATED, TEAPOTS_ADDED, TEAPOTS_UPDATED, CartFixtures.CUP_REMOVED)
                .map(expiry::react))
        .containsExactly(
            new Wish.RingAt("cart-1", at(30)),
            new Wish.RingAt("cart-1", at(31)),
            new Wish.RingAt("cart-1", at(32)),
            new Wish.RingAt("cart-1", at(34)));
  }

  @Test
  void a_cart_that_has_ended_is_left_alone() {
    assertThat(Stream.of(CartFixtures.CHECKED_OUT, EXPIRED).map(expiry::react))
        .containsExactly(new Wish.Silence("cart-1"), new Wish.Silence("cart-1"));
  }

  @Test
  void a_cart_that_nobody_changes_expires_when_its_time_is_over() {
    given(CREATE, ADD_TEAPOTS);
    stored().forEach(handler::handle);
    assertThat(timers.all()).containsExactly(dueAt(31));
    fire(dueAt(31), 32);
    assertThat(last()).isEqualTo(EXPIRED);
    assertThat(timers.all()).isEmpty();
  }

  @Test
  void a_timer_that_fires_twice_expires_the_cart_once() {
    given(CREATE, ADD_TEAPOTS);
    fire(dueAt(31), 32);
    fire(dueAt(31), 33);
    assertThat(stored()).hasSize(3);
  }

  @Test
  void a_change_that_the_timer_does_not_know_yet_keeps_the_cart() {
    given(CREATE, ADD_TEAPOTS);
    stored().forEach(handler::handle);
    given(THREE_TEAPOTS);
    fire(dueAt(31), 31);
    assertThat(last()).isEqualTo(TEAPOTS_UPDATED);
    stored().forEach(handler::handle);
    assertThat(timers.all()).containsExactly(dueAt(32));
  }

  @Test
  void a_change_while_the_timer_fires_keeps_its_new_end() {
    given(CREATE, ADD_TEAPOTS);
    stored().forEach(handler::handle);
    given(THREE_TEAPOTS);
    stored().forEach(handler::handle);
    fire(dueAt(31), 31);
    assertThat(last()).isEqualTo(TEAPOTS_UPDATED);
    assertThat(timers.all()).containsExactly(dueAt(32));
  }

  @Test
  void a_cart_that_was_checked_out_in_the_meantime_stays_so() {
    given(CREATE, ADD_TEAPOTS, CHECK_OUT);
    fire(dueAt(31), 32);
    assertThat(stored()).hasSize(3);
  }

  @Test
  void a_node_whose_clock_is_slow_expires_nothing_that_lives() {
    given(CREATE, ADD_TEAPOTS);
    fire(dueAt(31), 24);
    assertThat(last()).isEqualTo(TEAPOTS_ADDED);
  }
}
