package io.cornershop.reporting.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.cornershop.catalogue.ProductEvent.ProductAdded;
import io.cornershop.catalogue.ProductEvent.ProductPriceChanged;
import io.cornershop.catalogue.ProductEvent.ProductWithdrawn;
import io.cornershop.catalogue.views.ProductListing;
import io.cornershop.catalogue.views.ProductListingProjection;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.MongoRows;
import io.cornershop.eventing.projections.Row;
import io.cornershop.eventing.projections.ViewReads;
import io.cornershop.eventing.projections.queries.ViewQueries;
import io.cornershop.inventory.StockEvent.Level;
import io.cornershop.inventory.StockEvent.StockUpdated;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.ProductId;
import io.cornershop.testing.EmbeddedMongo;
import io.cornershop.testing.ShopHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown of stock is what both streams say in the end, however their events come. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InventoryPropertiesTest {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  private static final Instant BEGIN = Instant.parse("2026-11-01T12:00:00Z");
  private static final int PRODUCTS = 12;

  private final ShopHistory history = new ShopHistory();
  private final List<InventoryLevel> levels = new ArrayList<>();
  private final List<ProductListing> listings = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void rows_are_those_of_the_store_after_any_repetition_in_any_order(long seed) {
    Random random = new Random(seed);
    for (int n = 0; n < PRODUCTS; n++) {
      live(new ProductId("product-%02d".formatted(n)), random);
    }
    MongoDatabase database = MONGO.freshDatabase();
    MongoRows rows = new MongoRows(database);
    InventoryLevelProjection inventory = new InventoryLevelProjection();
    ProductListingProjection catalogue = new ProductListingProjection();

    history.deliver(inventory, rows, random);
    history.deliver(catalogue, rows, random);

    InventoryReport report =
        new InventoryReport(new ViewQueries(database, name -> 1, new ViewReads(null)));
    assertThat(report.find(Optional.empty(), "", 100)).isEqualTo(levels);
    assertThat(report.find(Optional.of(Level.LOW_STOCK), "product-03", 4))
        .isEqualTo(
            levels.stream()
                .filter(
                    l -> l.state().equals("LowStock") && l.productId().compareTo("product-03") > 0)
                .limit(4)
                .toList());
    assertThat(listings)
        .allSatisfy(
            listing ->
                assertThat(rows.load(catalogue, listing.productId()).map(Row::value))
                    .contains(listing));
  }

  private void live(ProductId id, Random random) {
    int threshold = random.nextInt(10);
    Money price = Money.of("10.00", "EUR");
    StreamId stream = new StreamId("Product", id.value());
    history.happen(stream, new ProductAdded(id, "A product", price, threshold, BEGIN));
    int changes = random.nextInt(3);
    for (int n = 1; n <= changes; n++) {
      Money next = Money.of("%d.00".formatted(10 + n), "EUR");
      history.happen(stream, new ProductPriceChanged(id, next, price, BEGIN.plusSeconds(n)));
      price = next;
    }
    boolean withdrawn = random.nextInt(4) == 0;
    Instant changedAt = BEGIN.plusSeconds(withdrawn ? 9 : changes);
    if (withdrawn) {
      history.happen(stream, new ProductWithdrawn(id, changedAt));
    }
    Optional<StockUpdated> stock = stock(id, random);
    expect(
        stock,
        threshold,
        new ProductListing(
            id.value(),
            "A product",
            Optional.of(price),
            Optional.of(threshold),
            withdrawn ? "Withdrawn" : "Listed",
            stock.map(StockUpdated::available),
            Optional.of(BEGIN),
            Optional.of(changedAt),
            1 + changes + (withdrawn ? 1 : 0)));
  }

  private Optional<StockUpdated> stock(ProductId id, Random random) {
    Optional<StockUpdated> last = Optional.empty();
    for (int n = random.nextInt(4); n > 0; n--) {
      int onHand = random.nextInt(15);
      int reserved = random.nextInt(onHand + 1);
      last =
          Optional.of(
              new StockUpdated(
                  id,
                  1,
                  onHand,
                  reserved,
                  onHand - reserved,
                  "counted",
                  BEGIN.plusSeconds(random.nextInt(99))));
      history.happen(new StreamId("Stock", id.value()), last.orElseThrow());
    }
    return last;
  }

  private void expect(Optional<StockUpdated> stock, int threshold, ProductListing listing) {
    listings.add(listing);
    int available = stock.map(StockUpdated::available).orElse(0);
    levels.add(
        new InventoryLevel(
            listing.productId(),
            Optional.of(listing.name()),
            listing.status().equals("Withdrawn"),
            Optional.of(threshold),
            stock.map(StockUpdated::onHand).orElse(0),
            stock.map(StockUpdated::reserved).orElse(0),
            available,
            available == 0 ? "OutOfStock" : available < threshold ? "LowStock" : "InStock",
            stock.map(StockUpdated::updatedAt)));
  }
}
