package io.cornershop.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.MongoRows;
import io.cornershop.eventing.projections.Row;
import io.cornershop.eventing.projections.Sources;
import io.cornershop.eventing.projections.TimeKey;
import io.cornershop.eventing.projections.ViewReads;
import io.cornershop.eventing.projections.queries.ViewQueries;
import io.cornershop.eventing.sagas.Stray;
import io.cornershop.kernel.Money;
import io.cornershop.orders.OrderEvent.Status;
import io.cornershop.orders.views.OrderDetails;
import io.cornershop.orders.views.OrderDetailsProjection;
import io.cornershop.orders.views.OrderList;
import io.cornershop.orders.views.OrderProgress;
import io.cornershop.testing.EmbeddedMongo;
import io.cornershop.testing.WholeShop;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which orders may be from before there was an order process. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OlderOrdersTest {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  private static final Instant NOON = Instant.parse("2026-03-08T12:00:00Z");

  private final MongoDatabase database = MONGO.freshDatabase();
  private final OrderDetailsProjection view = new OrderDetailsProjection();
  private final MongoRows rows = new MongoRows(database);
  private final OlderOrders orders =
      new OlderOrders(
          new OrderList(new ViewQueries(database, name -> 1, new ViewReads(null))),
          WholeShop.TYPES);

  private void save(String id, Status status, Instant createdAt) {
    OrderDetails order =
        new OrderDetails(
            id,
            "ada",
            status.toString(),
            Money.of("1.00", "EUR"),
            List.of(),
            createdAt,
            createdAt,
            OrderProgress.NONE,
            place(id, createdAt),
            place(id, createdAt),
            "EUR/100/" + id,
            1);
    rows.save(view, new Row<>(id, order, Sources.NONE, 1));
  }

  private static String place(String id, Instant createdAt) {
    return TimeKey.of(createdAt, id);
  }

  private static Stray stray(String id, Instant createdAt) {
    return new Stray("order-fulfilment", id, new StreamId("Cart", id), place(id, createdAt));
  }

  @Test
  void they_are_those_that_are_created_the_oldest_first_page_by_page() {
    Stray older = stray("b", NOON);
    Stray newer = stray("a", NOON.plusSeconds(5));
    rows.prepare(view);
    save("a", Status.CREATED, NOON.plusSeconds(5));
    save("b", Status.CREATED, NOON);
    save("c", Status.CONFIRMED, NOON);
    save("d", Status.CANCELLED, NOON);

    assertThat(orders.find(Optional.empty(), 10)).containsExactly(older, newer);
    assertThat(orders.find(Optional.empty(), 1)).containsExactly(older);
    assertThat(orders.find(Optional.of(older.place()), 1)).containsExactly(newer);
  }
}
