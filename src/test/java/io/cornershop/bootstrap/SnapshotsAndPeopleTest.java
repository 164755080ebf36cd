package io.cornershop.bootstrap;

import static io.cornershop.testing.WholeShop.TYPES;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.customers.CustomerCommand.RegisterCustomer;
import io.cornershop.eventing.commands.AggregateLoader;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.commands.Envelopes;
import io.cornershop.eventing.commands.SnapshotTaker;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.PersonalDataCodec;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.InMemorySnapshots;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.inventory.StockCommand.AdjustStock;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.EventMetadata;
import io.cornershop.kernel.ProductId;
import io.cornershop.testing.Await;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What the shop knows of people lies in events only, where it can be made unreadable. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SnapshotsAndPeopleTest {

  private static final Instant NOON = Instant.parse("2026-03-08T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  private static final EventJson JSON = new EventJson(TYPES, PersonalDataCodec.PLAIN, List.of());

  private final InMemorySnapshots snapshots = new InMemorySnapshots();

  private static CommandContext context(String key) {
    return CommandContext.of(new CommandId(key), EventMetadata.of("c", "c", "u", "cornershop"));
  }

  @Test
  void stock_has_snapshots_and_a_customer_has_none() {
    InMemoryEventStore store = new InMemoryEventStore(StoreLimits.USUAL, CLOCK);
    try (SnapshotTaker taker = new SnapshotTaker(snapshots, 1)) {
      CommandHandler handler =
          new CommandHandler(
              Domains.all(),
              store,
              new AggregateLoader(store, JSON, Optional.of(taker)),
              new Envelopes(TYPES, JSON, PersonalDataCodec.PLAIN, CLOCK),
              commit -> {});
      handler.handle(
          new RegisterCustomer(
              new CustomerId("ada"), "Ada Example", "ada@example.org", Optional.empty(), NOON),
          context("a"));
      handler.handle(new AdjustStock(new ProductId("teapot"), 40, "delivery", NOON), context("b"));

      // snapshots are written in turn: once the later one is there, the earlier would be too
      StreamId stock = new StreamId("Stock", "teapot");
      assertThat(
              Await.until(() -> snapshots.find(stock), Optional::isPresent).orElseThrow().state())
          .isEqualTo(
              "{\"stage\":\"Stock\",\"state\":"
                  + "{\"onHand\":40,\"reservations\":[],\"closed\":[],\"threshold\":10}}");
      assertThat(snapshots.find(new StreamId("Customer", "ada"))).isEmpty();
    }
  }
}
