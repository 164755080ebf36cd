package io.cornershop.journeys;

import static io.cornershop.testing.WholeShop.commandsOn;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.store.mongo.MongoEventStore;
import io.cornershop.eventing.store.mongo.StoreSetup;
import io.cornershop.kernel.CartId;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.EventMetadata;
import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.ProductId;
import io.cornershop.orders.OrderCommand.CreateOrder;
import io.cornershop.orders.OrderFixtures;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Orders that are put into the store itself, many in little time, while no node runs. */
final class StoredOrders {

  static final int CUSTOMERS = 7;
  static final int PRODUCTS = 5;

  /** Those that wait at the same moment are written together. */
  private static final int WRITERS = 32;

  private static final int PRICES = 11;
  private static final Instant BEGIN = Instant.parse("2026-02-01T00:00:00Z");
  private static final long SECONDS_APART = 9_000;
  private static final EventMetadata METADATA =
      EventMetadata.of("correlation-1", "causation-1", "user-1", "tests");

  private StoredOrders() {}

  /** Puts so many orders into an empty store. */
  static List<CreateOrder> append(String mongoUri, int count) {
    List<CreateOrder> orders = IntStream.range(0, count).mapToObj(StoredOrders::order).toList();
    try (MongoClient client = MongoClients.create(mongoUri)) {
      CommandHandler shop = shopOn(client.getDatabase("cornershop"));
      try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
        CompletableFuture<?>[] written =
            orders.stream()
                .map(order -> CompletableFuture.runAsync(() -> append(shop, order), writers))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(written).join();
      }
    }
    return orders;
  }

  private static void append(CommandHandler shop, CreateOrder order) {
    CommandId id = CommandId.of("stored-orders", order.orderId().value());
    shop.handle(order, CommandContext.of(id, METADATA));
  }

  private static CommandHandler shopOn(MongoDatabase database) {
    Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    EventStore store =
        new MongoEventStore(
            database, new StoreSetup(database, false), StoreLimits.USUAL, clock, commitId -> {});
    return commandsOn(store, clock);
  }

  /** Many share an amount and some a time, and no order is that of the ids. */
  private static CreateOrder order(int n) {
    String id = "stored-%05d".formatted(n * 7_919 % 100_000);
    List<LineItem> items = List.of(item(n % PRODUCTS, n), item((n + 1) % PRODUCTS, n));
    Money total = items.stream().map(LineItem::totalPrice).reduce(Money::plus).orElseThrow();
    return new CreateOrder(
        new OrderId(id),
        new CartId(id),
        new CustomerId("stored-customer-" + n % CUSTOMERS),
        items,
        total,
        OrderFixtures.PAYMENT,
        OrderFixtures.HOME,
        BEGIN.plusSeconds(n / 2 * SECONDS_APART));
  }

  private static LineItem item(int product, int n) {
    Money price = Money.of("%d.95".formatted(1 + n % PRICES), n % 3 == 0 ? "USD" : "EUR");
    return LineItem.of(
        new ProductId("stored-product-" + product), "Product " + product, 1 + n % 4, price);
  }
}
