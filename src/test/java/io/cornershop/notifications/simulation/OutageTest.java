package io.cornershop.notifications.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.PaymentId;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.delivery.GoneAddresses;
import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.ledger.State;
import io.cornershop.notifications.messages.Outcome;
import io.cornershop.payments.PaymentEvent.PaymentCompleted;
import io.cornershop.payments.PaymentFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OutageTest {

  private static final int PER_SECOND = 100;
  private static final Duration TICK = Duration.ofMillis(500);

  private final World world = new World();
  private final Provider mail = world.providers.get(Channel.EMAIL);

  private void paid(int customer) {
    String id = "c-" + customer;
    world.people.put(id, People.customer(id));
    world.happen(
        "Payment",
        id,
        new PaymentCompleted(
            new PaymentId(id),
            new OrderId(id),
            new CustomerId(id),
            PaymentFixtures.AMOUNT,
            "reference",
            PaymentFixtures.AT));
  }

  @Test
  void ten_thousand_messages_wait_for_a_provider_and_come_one_after_the_other() {
    NotifyingNode node =
        new NotifyingNode(
            world,
            new Steps(Integer.MAX_VALUE),
            NotifyingNode.settings(PER_SECOND, 20),
            GoneAddresses.NOBODY);
    for (int customer = 0; customer < 10_000; customer++) {
      paid(customer);
    }
    node.handle(world.events);
    Instant healed = world.time.instant().plusSeconds(60);
    mail.does(m -> new Outcome.NotNow("connection refused", Optional.empty()));
    while (world.time.instant().isBefore(healed)) {
      node.fireDue(64);
      world.time.pass(TICK);
    }
    assertThat(mail.attempts()).isLessThan(10);

    Map<Long, Integer> bySecond = new HashMap<>();
    mail.does(
        m -> {
          bySecond.merge(world.time.instant().getEpochSecond(), 1, Integer::sum);
          return Provider.TAKES.apply(m);
        });
    while (mail.taken().size() < 10_000
        && world.time.instant().isBefore(healed.plusSeconds(3_600))) {
      node.fireDue(64);
      world.time.pass(TICK);
    }
    assertThat(mail.taken()).hasSize(10_000).allSatisfy((id, times) -> assertThat(times).isOne());
    assertThat(bySecond.values())
        .allSatisfy(n -> assertThat(n).isLessThanOrEqualTo(2 * PER_SECOND));
    assertThat(world.entries()).allMatch(entry -> entry.state() == State.SENT);
    assertThat(world.timers.all()).isEmpty();
  }

  @Test
  void who_waits_behind_a_provider_that_is_down_is_told_why_and_until_when() {
    NotifyingNode node = NotifyingNode.of(world);
    for (int customer = 0; customer < 7; customer++) {
      paid(customer);
    }
    node.handle(world.events);
    mail.does(m -> new Outcome.NotNow("451", Optional.empty()));

    node.fireDue(64);

    Instant now = world.time.instant();
    assertThat(world.entries())
        .allMatch(e -> e.state() == State.PENDING && e.progress().due().isAfter(now));
    assertThat(
            world.entries().stream()
                .map(e -> e.progress().attempts() + " " + e.progress().why().orElse(""))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
        .isEqualTo(Map.of("1 451", 5L, "0 the provider is left alone, as it takes nothing", 2L));
  }

  @Test
  void who_asks_while_a_provider_is_tried_comes_soon_after_it_works() {
    NotifyingNode node = NotifyingNode.of(world);
    for (int customer = 0; customer < 20; customer++) {
      paid(customer);
    }
    node.handle(world.events);
    mail.does(m -> new Outcome.NotNow("connection refused", Optional.empty()));
    node.fireDue(64);
    mail.does(
        m -> {
          mail.does(Provider.TAKES);
          // all others ask while it is on its way
          world.time.pass(Duration.ofSeconds(1));
          node.fireDue(64);
          return Provider.TAKES.apply(m);
        });
    Instant down = world.time.instant();
    while (mail.taken().size() < 20 && world.time.instant().isBefore(down.plusSeconds(600))) {
      node.fireDue(64);
      world.time.pass(TICK);
    }

    assertThat(world.time.instant()).isBefore(down.plusSeconds(20));
  }

  @Test
  void mailboxes_that_are_full_hold_up_nobody_else() {
    NotifyingNode node = NotifyingNode.of(world);
    for (int customer = 0; customer < 12; customer++) {
      paid(customer);
    }
    node.handle(world.events);
    mail.does(
        m ->
            mail.attempts() <= 10
                ? Outcome.NotNow.ofOne("452", Optional.empty())
                : Provider.TAKES.apply(m));
    node.fireDue(64);

    assertThat(mail.taken()).hasSize(2);
    assertThat(world.entries())
        .allMatch(e -> e.state() == State.SENT || e.progress().attempts() == 1);
  }

  @Test
  void two_nodes_that_do_everything_at_the_same_time_send_once() throws Exception {
    for (int customer = 0; customer < 200; customer++) {
      paid(customer);
    }
    try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
      Future<?> one = nodes.submit(this::doEverything);
      Future<?> other = nodes.submit(this::doEverything);
      one.get();
      other.get();
    }
    assertThat(mail.taken()).hasSize(200).allSatisfy((id, times) -> assertThat(times).isOne());
    assertThat(
            world.entries().stream()
                .collect(Collectors.groupingBy(Entry::state, Collectors.counting())))
        .isEqualTo(Map.of(State.SENT, 200L));
    assertThat(world.entries()).allSatisfy(e -> assertThat(world.toldOf(e.id())).hasSize(1));
  }

  /** Fires each timer, also those that the other is just firing. */
  private void doEverything() {
    NotifyingNode node = NotifyingNode.of(world);
    node.handle(world.events);
    world.timers.all().forEach(node.delivery::fire);
    world.timers.all().forEach(node.delivery::fire);
  }
}
