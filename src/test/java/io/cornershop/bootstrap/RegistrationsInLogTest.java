package io.cornershop.bootstrap;

import static io.cornershop.customers.CustomerFixtures.ADA;
import static io.cornershop.testing.WholeShop.TYPES;
import static io.cornershop.testing.WholeShop.commandsOn;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.catalogue.ProductCommand.AddProduct;
import io.cornershop.customers.CustomerCommand.LogIn;
import io.cornershop.customers.CustomerCommand.RegisterCustomer;
import io.cornershop.customers.claims.ClaimBackfill.Page;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.InMemoryPositionLog;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.kernel.Command;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.EventMetadata;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.ProductId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Who has registered, by the log of all commits. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RegistrationsInLogTest {

  private static final Instant NOON = Instant.parse("2026-03-08T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  private static final CustomerId BOB = new CustomerId("bob");

  private final InMemoryPositionLog log = new InMemoryPositionLog();
  private final InMemoryEventStore store = new InMemoryEventStore(StoreLimits.USUAL, CLOCK);
  private final CommandHandler commands = commandsOn(store, CLOCK, this::published);
  private final RegistrationsInLog registrations = new RegistrationsInLog(log, TYPES);

  private void published(Commit commit) {
    log.append(List.of(log.head().next(commit)));
  }

  private void tell(Command command) {
    String key = "c-" + log.head().number();
    commands.handle(
        command,
        CommandContext.of(CommandId.of("tests", key), EventMetadata.of("c", key, "ada", "tests")));
  }

  private void register(CustomerId customer) {
    tell(
        new RegisterCustomer(
            customer, "A Name", customer + "@example.org", Optional.empty(), NOON));
  }

  @Test
  void they_come_in_order_and_nobody_else_does() {
    register(ADA);
    tell(
        new AddProduct(
            new ProductId("pot"), "Pot", Money.of("1.00", "EUR"), OptionalInt.empty(), NOON));
    register(BOB);
    tell(new LogIn(ADA, NOON));

    assertThat(registrations.behind(0)).isEqualTo(new Page(List.of(ADA, BOB), 4, true));
    assertThat(registrations.behind(1)).isEqualTo(new Page(List.of(BOB), 4, true));
    assertThat(registrations.behind(4)).isEqualTo(new Page(List.of(), 4, true));
  }

  @Test
  void a_long_log_is_read_piece_by_piece() {
    List<CustomerId> all = IntStream.range(0, 250).mapToObj(n -> new CustomerId("c" + n)).toList();
    all.forEach(this::register);

    assertThat(registrations.behind(0)).isEqualTo(new Page(all.subList(0, 200), 200, false));
    assertThat(registrations.behind(200)).isEqualTo(new Page(all.subList(200, 250), 250, true));
  }
}
