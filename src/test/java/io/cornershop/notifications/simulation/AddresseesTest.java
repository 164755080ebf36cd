package io.cornershop.notifications.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.notifications.Channel;
import io.cornershop.notifications.Preferences;
import io.cornershop.notifications.QuietHours;
import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.ledger.State;
import io.cornershop.notifications.messages.Outcome;
import io.cornershop.notifications.recipients.Recipient;
import io.cornershop.orders.OrderFixtures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** People change their minds and their addresses while messages wait. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AddresseesTest extends NotifyingScene {

  private final List<String> reached = new ArrayList<>();

  /** The first attempt by each channel is deferred. */
  @BeforeEach
  void providersAskToComeAgain() {
    Outcome later = new Outcome.NotNow("later", Optional.empty());
    world.providers.values().forEach(provider -> provider.does(always(later)));
  }

  private void know(Recipient recipient) {
    world.people.put(recipient.customerId(), recipient);
  }

  private void providersWork() {
    world
        .providers
        .values()
        .forEach(
            provider ->
                provider.does(
                    message -> {
                      reached.add(message.channel() + " " + message.address());
                      return Provider.TAKES.apply(message);
                    }));
  }

  private void goOn() {
    providersWork();
    node.fireAll(Duration.ofHours(6));
  }

  private Map<Channel, String> ends() {
    return world.entries().stream()
        .collect(
            Collectors.toMap(
                Entry::channel,
                entry -> entry.state() + " " + entry.progress().why().orElse(""),
                (one, other) -> one.equals(other) ? one : one + ", " + other));
  }

  private void payAndWait() {
    paid();
    node.fireAll(Duration.ofSeconds(1));
    assertThat(world.entries()).extracting(Entry::state).containsExactly(State.PENDING);
  }

  @Test
  void what_waits_goes_to_the_address_of_now() {
    payAndWait();
    know(
        new Recipient(
            People.ADA.customerId(),
            "Ada Example",
            Optional.of("new@example.org"),
            Optional.empty(),
            Preferences.USUAL,
            List.of()));

    goOn();

    assertThat(reached).containsExactly("EMAIL new@example.org");
    assertThat(ends()).isEqualTo(Map.of(Channel.EMAIL, "SENT "));
  }

  @Test
  void what_is_tried_again_waits_for_the_end_of_quiet_hours() {
    world.happen("Order", "cart-1", OrderFixtures.CREATED);
    node.handle(world.happen("Order", "cart-1", OrderFixtures.SHIPPED));
    node.fireAll(Duration.ofSeconds(1));
    QuietHours siesta = new QuietHours("11:00", "15:30", "UTC");
    know(People.ada(new Preferences("en", EnumSet.allOf(Channel.class), Optional.of(siesta))));
    providersWork();

    node.fireAll(Duration.ofHours(3));
    assertThat(reached).containsExactly("EMAIL ada@example.org");
    assertThat(ends())
        .isEqualTo(Map.of(Channel.EMAIL, "SENT ", Channel.SMS, "PENDING the person's quiet hours"));

    node.fireAll(Duration.ofHours(1));
    assertThat(reached).hasSize(2).last().asString().startsWith("SMS ");
  }

  @Test
  void what_is_not_wanted_any_more_is_not_sent() {
    payAndWait();
    know(People.ada(new Preferences("en", EnumSet.of(Channel.SMS), Optional.empty())));

    goOn();

    assertThat(reached).isEmpty();
    assertThat(ends())
        .isEqualTo(Map.of(Channel.EMAIL, "SUPPRESSED not wanted by this channel any more"));
  }

  @Test
  void what_must_be_told_is_sent_all_the_same() {
    node.handle(world.happen("Order", "cart-1", OrderFixtures.CANCELLED));
    node.fireAll(Duration.ofSeconds(1));
    know(People.ada(new Preferences("en", Set.of(), Optional.empty())));

    goOn();

    assertThat(reached).containsExactly("EMAIL ada@example.org");
  }

  @Test
  void a_browser_that_was_given_up_gets_nothing() {
    node.handle(world.happen("Order", "cart-1", OrderFixtures.DELIVERED));
    node.fireAll(Duration.ofSeconds(1));
    know(
        new Recipient(
            People.ADA.customerId(),
            "Ada Example",
            People.ADA.email(),
            Optional.empty(),
            Preferences.USUAL,
            List.of(People.DESK_BROWSER)));

    goOn();

    assertThat(reached).filteredOn(r -> r.startsWith("PUSH")).hasSize(1);
    assertThat(ends().get(Channel.PUSH))
        .contains("SENT ")
        .contains("SUPPRESSED the address was given up");
  }
}
