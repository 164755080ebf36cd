package io.cornershop.reporting.sales;

import static com.mongodb.client.model.Accumulators.max;
import static com.mongodb.client.model.Accumulators.push;
import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Aggregates.unwind;

import com.mongodb.client.model.BsonField;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.cornershop.eventing.projections.queries.Sums;
import io.cornershop.eventing.projections.queries.ViewQueries;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.Money;
import io.cornershop.orders.OrderEvent.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Adds {@link OrderSales} rows up, in the database. Thread-safe. Every method throws {@link
 * io.cornershop.kernel.Unavailable} when the database does not answer, and {@link
 * ArithmeticException} when a sum is beyond the range of {@link Money}.
 */
@ApplicationScoped
public class SalesFigures {

  /**
   * What orders of one currency add up to that stand at {@code status}.
   *
   * @param returned the part of {@code amount} that was for what came back
   */
  record Total(String status, long orders, Money amount, Money returned) {}

  /** The same, of those that were placed on one day. */
  record DayTotal(LocalDate day, Total total) {}

  /**
   * The same, of one customer.
   *
   * @param lastOrderKey of the order among them that was placed last
   */
  record CustomerTotal(Total total, String lastOrderKey) {}

  /** More than days, currencies and statuses can make. */
  private static final int MOST_GROUPS = 1_000_000;

  private static final String GROUP = "_id";
  private static final String DAY = "day";
  private static final String STATUS = "status";
  private static final String CURRENCY = "currency";
  private static final String ORDERS = "orders";
  private static final String AMOUNT = "amount";
  private static final String RETURNED = "returned";
  private static final String QUANTITY = "quantity";

  /** The amount in floating point, only to see whether the exact one is in range. */
  private static final String ABOUT = "about";

  private static final String TOTAL = "$total.minorUnits";
  private static final String BACK = "$returned.minorUnits";
  private static final String LINE = "$items.total.minorUnits";

  /** Reading needs no time zone. */
  private static final OrderSalesProjection VIEW = new OrderSalesProjection(ZoneOffset.UTC);

  private final ViewQueries queries;

  /** For the CDI proxy. */
  protected SalesFigures() {
    this(null);
  }

  @Inject
  public SalesFigures(ViewQueries queries) {
    this.queries = queries;
  }

  /** What was placed on each of these days. */
  List<DayTotal> of(Days days) {
    Document by =
        new Document(DAY, "$day").append(STATUS, "$status").append(CURRENCY, "$total.currency");
    List<Bson> steps =
        List.of(
            match(placedIn(days)),
            group(by, sum(ORDERS, 1L), amount(TOTAL), about(TOTAL), sum(RETURNED, BACK)));
    return queries.aggregate(VIEW, steps, MOST_GROUPS).stream()
        .map(found -> new DayTotal(LocalDate.parse(keys(found).getString(DAY)), total(found)))
        .toList();
  }

  /** What a customer has placed. */
  List<CustomerTotal> of(CustomerId customer) {
    Document by = new Document(STATUS, "$status").append(CURRENCY, "$total.currency");
    List<Bson> steps =
        List.of(
            match(Filters.eq("customerId", customer.value())),
            group(
                by,
                sum(ORDERS, 1L),
                amount(TOTAL),
                about(TOTAL),
                sum(RETURNED, BACK),
                max("last", "$orderKey")));
    return queries.aggregate(VIEW, steps, MOST_GROUPS).stream()
        .map(found -> new CustomerTotal(total(found), found.getString("last")))
        .toList();
  }

  /** The products of which most was placed on these days and neither cancelled nor brought back. */
  List<TopProduct> topProducts(Days days, int limit) {
    Document line =
        new Document("product", "$items.productId").append(CURRENCY, "$items.total.currency");
    Document amount =
        new Document(CURRENCY, "$_id.currency").append(AMOUNT, "$amount").append(ABOUT, "$about");
    List<Bson> steps =
        List.of(
            match(Filters.and(placedIn(days), Filters.ne(STATUS, Status.CANCELLED.toString()))),
            unwind("$items"),
            group(
                line,
                max("name", "$items.productName"),
                sum(QUANTITY, "$items.quantity"),
                amount(LINE),
                about(LINE)),
            group(
                "$_id.product",
                max("name", "$name"),
                sum(QUANTITY, "$quantity"),
                push("amounts", amount)),
            sort(Sorts.orderBy(Sorts.descending(QUANTITY), Sorts.ascending(GROUP))));
    return queries.aggregate(VIEW, steps, limit).stream().map(SalesFigures::product).toList();
  }

  /** When the newest order was created of those that the sums know; empty when they know none. */
  Optional<Instant> latestOrderAt() {
    return queries.find(VIEW, Filters.empty(), Sorts.descending("orderKey"), 1).stream()
        .map(row -> OrderSales.createdAtIn(row.orderKey()))
        .findFirst();
  }

  private static BsonField amount(String minorUnits) {
    return sum(AMOUNT, minorUnits);
  }

  private static BsonField about(String minorUnits) {
    return sum(ABOUT, new Document("$multiply", List.of(minorUnits, 1.0)));
  }

  private static Bson placedIn(Days days) {
    return Filters.and(
        Filters.gte(DAY, days.first().toString()), Filters.lte(DAY, days.last().toString()));
  }

  private static TopProduct product(Document found) {
    return new TopProduct(
        found.getString(GROUP),
        found.getString("name"),
        Sums.exact(found.get(QUANTITY)),
        found.getList("amounts", Document.class).stream()
            .map(amount -> money(amount, amount))
            .sorted(Comparator.comparing(amount -> amount.currency().getCurrencyCode()))
            .toList());
  }

  private static Document keys(Document found) {
    return found.get(GROUP, Document.class);
  }

  private static Total total(Document found) {
    Money amount = money(found, keys(found));
    return new Total(
        keys(found).getString(STATUS),
        Sums.exact(found.get(ORDERS)),
        amount,
        new Money(Sums.exact(found.get(RETURNED)), amount.currency()));
  }

  private static Money money(Document sums, Document keys) {
    return new Money(
        Sums.exact(sums.get(AMOUNT), sums.getDouble(ABOUT)),
        Currency.getInstance(keys.getString(CURRENCY)));
  }
}
