package io.cornershop.carts.views;

import static io.cornershop.customers.CustomerFixtures.ADA;
import static io.cornershop.testing.WholeShop.JSON;
import static io.cornershop.testing.WholeShop.commandsOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.customers.CustomerCommand;
import io.cornershop.customers.CustomerCommand.ErasePersonalData;
import io.cornershop.customers.CustomerCommand.LogIn;
import io.cornershop.customers.CustomerCommand.LogOut;
import io.cornershop.customers.CustomerCommand.RegisterCustomer;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.projections.LiveStreams;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.EventMetadata;
import io.cornershop.kernel.Rejected;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Who may open a cart and check it out. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RegisteredCustomersTest {

  private static final Instant NOON = Instant.parse("2026-03-08T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

  private final InMemoryEventStore store = new InMemoryEventStore(StoreLimits.USUAL, CLOCK);
  private final CommandHandler commands = commandsOn(store, CLOCK);
  private final RegisteredCustomers customers =
      new RegisteredCustomers(new LiveStreams(store, JSON));
  private int told;

  private void tell(CustomerCommand command) {
    String key = "c-" + ++told;
    commands.handle(
        command, CommandContext.of(new CommandId(key), EventMetadata.of("c", key, "ada", "tests")));
  }

  private void register() {
    tell(new RegisterCustomer(ADA, "Ada", "ada@example.org", Optional.empty(), NOON));
  }

  private void assertRefused(String code) {
    assertThatThrownBy(() -> customers.require(ADA))
        .isInstanceOfSatisfying(
            Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void somebody_who_is_registered_passes_however_often_they_came() {
    register();
    customers.require(ADA);

    for (int visit = 0; visit < 60; visit++) {
      tell(new LogIn(ADA, NOON));
      tell(new LogOut(ADA, NOON));
    }
    customers.require(ADA);
  }

  @Test
  void somebody_who_is_not_registered_is_refused() {
    assertRefused("unknown-customer");
  }

  @Test
  void somebody_who_was_erased_is_refused_whatever_was_asked_for_since() {
    register();
    tell(new LogIn(ADA, NOON));
    tell(new ErasePersonalData(ADA, NOON));
    tell(new ErasePersonalData(ADA, NOON));
    assertThatThrownBy(() -> tell(new LogOut(ADA, NOON))).isInstanceOf(Rejected.class);

    assertRefused("customer-erased");
  }
}
