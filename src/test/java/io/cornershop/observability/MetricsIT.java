package io.cornershop.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.EventTypes;
import io.cornershop.observability.Scraped.Line;
import io.cornershop.observability.metrics.Label;
import io.cornershop.observability.metrics.Metric;
import io.cornershop.testing.Await;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import io.cornershop.testing.WholeShop;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What a monitoring system reads. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MetricsIT {

  private static final String SCOPE = "mp_scope";
  private static final String BUCKET = "le";
  private static final List<String> BUCKETS =
      List.of(
          "0.001", "0.002", "0.005", "0.01", "0.02", "0.05", "0.1", "0.2", "0.5", "1.0", "2.0",
          "5.0", "10.0", "+Inf");

  /** Longer numbers, UUIDs and addresses are ids of something. */
  private static final Pattern ID = Pattern.compile(".*(\\d{6}|[0-9a-f]{8}-[0-9a-f]{4}|@).*");

  private final Shop shop = Shop.at(RunningPlatform.shared().baseUri());

  @Test
  void an_order_moves_each_metric_by_what_has_happened_and_none_is_missing() {
    String product = shop.newProduct("18.90", 20);
    Scraped before = Scraped.of(shop);

    Customer ada = shop.newCustomer();
    String order = ada.order(product, 1, "sandbox-approve");
    ada.awaitOrder(order, "Confirmed");
    shop.as("auditor").get("/api/eventstore/replay/Order/" + order).expect(200);

    Scraped after =
        Await.until(
            () -> Scraped.of(shop),
            now -> missing(now).isEmpty() && agrees(Moved.between(before, now)));
    assertThat(missing(after)).isEmpty();
    assertThat(Moved.between(before, after))
        .satisfies(
            moved -> {
              assertThat(moved.stored()).isPositive();
              assertThat(List.of(moved.published(), moved.consumed())).containsOnly(moved.stored());
              assertThat(moved.completed()).isPositive();
              assertThat(moved.failed()).isZero();
              assertThat(moved.replayed()).isGreaterThanOrEqualTo(3);
            });
    assertThat(Arrays.stream(Metric.values()).toList())
        .allSatisfy(metric -> assertThat(labels(after, metric)).containsExactly(wanted(metric)));
    assertThat(buckets(after)).containsExactlyInAnyOrderElementsOf(BUCKETS);
  }

  /** The shop is shared with other tests: what they move too, all stages move alike. */
  private static boolean agrees(Moved moved) {
    return moved.stored() > 0
        && moved.published() == moved.stored()
        && moved.consumed() == moved.stored()
        && moved.completed() > 0;
  }

  /** What has happened between two scrapes, to confirmed orders and to the process. */
  private record Moved(
      double stored,
      double published,
      double consumed,
      double completed,
      double failed,
      double replayed) {

    static Moved between(Scraped before, Scraped after) {
      Map<String, String> confirmed = Map.of("event_type", "OrderConfirmed");
      Map<String, String> process = Map.of("saga_type", "order-fulfilment");
      Map<String, String> views =
          Map.of("event_type", "OrderConfirmed", "consumer_group", "cornershop.projections");
      Map<String, String> orders = Map.of("aggregate_type", "Order");
      return new Moved(
          more(before, after, "events_stored_total", confirmed),
          more(before, after, "events_published_total", confirmed),
          more(before, after, "events_consumed_total", views),
          more(before, after, "sagas_completed_total", process),
          more(before, after, "sagas_failed_total", process),
          more(before, after, "events_replayed_total", orders));
    }
  }

  private static double more(
      Scraped before, Scraped after, String name, Map<String, String> labels) {
    return after.sum(name, labels) - before.sum(name, labels);
  }

  private static List<Metric> missing(Scraped scraped) {
    return Arrays.stream(Metric.values())
        .filter(metric -> scraped.named(exported(metric)).isEmpty())
        .toList();
  }

  private static String exported(Metric metric) {
    return metric.kind() == Metric.Kind.HISTOGRAM
        ? metric.wireName() + "_bucket"
        : metric.wireName();
  }

  private static Set<Set<String>> labels(Scraped scraped, Metric metric) {
    return scraped.named(exported(metric)).stream()
        .map(line -> Set.copyOf(line.labels().keySet()))
        .collect(Collectors.toSet());
  }

  private static Set<String> wanted(Metric metric) {
    Set<String> wanted = new TreeSet<>(Set.of(SCOPE));
    metric.labels().forEach(label -> wanted.add(label.wireName()));
    if (metric.kind() == Metric.Kind.HISTOGRAM) {
      wanted.add(BUCKET);
    }
    return wanted;
  }

  private static Set<String> buckets(Scraped scraped) {
    return Arrays.stream(Metric.values())
        .filter(metric -> metric.kind() == Metric.Kind.HISTOGRAM)
        .flatMap(metric -> scraped.named(exported(metric)).stream())
        .map(line -> line.labels().get(BUCKET))
        .collect(Collectors.toSet());
  }

  @Test
  void no_label_of_any_metric_has_an_id() {
    Scraped scraped = Scraped.of(shop);

    assertThat(scraped.lines())
        .flatMap(line -> line.labels().values())
        .noneMatch(value -> ID.matcher(value).matches());
    assertThat(values(scraped, Label.EVENT_TYPE)).isSubsetOf(known(eventTypes()));
    assertThat(values(scraped, Label.TOPIC)).isSubsetOf(known(Set.copyOf(types().topics())));
    assertThat(values(scraped, Label.AGGREGATE_TYPE))
        .isSubsetOf(known(Set.copyOf(types().aggregateTypes())));
  }

  private static Set<String> values(Scraped scraped, Label label) {
    return scraped.lines().stream()
        .map(Line::labels)
        .filter(labels -> labels.containsKey(label.wireName()))
        .map(labels -> labels.get(label.wireName()))
        .collect(Collectors.toSet());
  }

  private static Set<String> known(Set<String> words) {
    Set<String> known = new TreeSet<>(words);
    known.add("other");
    return known;
  }

  private static EventTypes types() {
    return WholeShop.TYPES;
  }

  private static Set<String> eventTypes() {
    return types().all().stream().map(r -> r.type().name()).collect(Collectors.toSet());
  }

  @Test
  void the_machine_and_the_requests_are_on_the_same_page() {
    Set<String> names =
        Scraped.of(shop).lines().stream().map(Line::name).collect(Collectors.toSet());

    assertThat(names)
        .contains(
            "memory_usedHeap_bytes", "thread_count", "gc_total", "REST_request_seconds_count");
  }

  /** The server keeps the first name of each route; a method that is none is refused before. */
  @Test
  void what_callers_invent_makes_no_series() throws IOException {
    ask("first.example");
    Set<Map<String, String>> before = requests();

    for (int i = 0; i < 20; i++) {
      ask("name-" + i + ".example");
    }

    assertThat(requests()).isNotEmpty().isEqualTo(before);
  }

  private Set<Map<String, String>> requests() {
    return Scraped.of(shop).named("http_server_request_duration_seconds_count").stream()
        .map(Line::labels)
        .collect(Collectors.toSet());
  }

  /** All that a caller can choose is this name, or derived from it. */
  private static void ask(String name) throws IOException {
    send("GET /api/products", name);
    send("GET /api/" + name, name);
    send("GET /health/live", name);
    send("GET /" + name, name);
    send(name.substring(0, name.indexOf('.')).toUpperCase(Locale.ROOT) + " /api/products", name);
  }

  private static void send(String line, String host) throws IOException {
    URI base = RunningPlatform.shared().baseUri();
    String request = "%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n";
    try (Socket caller = new Socket(base.getHost(), base.getPort())) {
      caller
          .getOutputStream()
          .write(request.formatted(line, host).getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(caller.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 ");
    }
  }

  @Test
  void scrapers_that_never_read_their_answer_keep_nobody_from_the_shop() throws IOException {
    URI base = RunningPlatform.shared().baseUri();
    List<Socket> scrapers = new ArrayList<>();
    try {
      for (int i = 0; i < 20; i++) {
        Socket scraper = new Socket(base.getHost(), base.getPort());
        scrapers.add(scraper);
        scraper
            .getOutputStream()
            .write(
                "GET /metrics HTTP/1.1\r\nHost: shop\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      }

      shop.as("staff").get("/api/products?limit=1").expect(200);
      shop.get("/metrics").expect(200);
    } finally {
      for (Socket scraper : scrapers) {
        scraper.close();
      }
    }
  }
}
