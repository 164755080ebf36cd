package io.cornershop.observability.traces;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.observability.traces.ZipkinServer.ZipkinSpan;
import io.cornershop.payments.gateway.stripe.StripeServer;
import io.cornershop.testing.Await;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The platform with a real tracing system, and with ones that are not there. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OneTraceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final String CALLER = "00f067aa0ba902b7";
  private static final Pattern ID = Pattern.compile(".*([0-9a-f]{8}-|\\d{4}|@).*");
  private static final String HOLD = "CLIENT post /v1/payment_intents";
  private static final String TAKE = "CLIENT post /v1/payment_intents/{intent}/capture";
  private static final String CARD = "pm_sandbox-approve";
  private static final String TOLD = "Traces cannot be sent";

  /** Steps of a confirmed order: those of each consumer group, and every way out of the house. */
  private static final Set<String> STEPS =
      Set.of(
          "SERVER post /api/carts/{id}/checkout",
          "checkout",
          "createorder",
          "startsaga",
          "CLIENT insert commits",
          "PRODUCER send orders.events",
          "PRODUCER send payments.events",
          "CONSUMER process orders.events cornershop.projections",
          "CONSUMER process carts.events cornershop.processes",
          "CONSUMER process orders.events cornershop.notifications",
          "CONSUMER process payments.events cornershop.gateways",
          "CLIENT payment authorize",
          HOLD,
          "CLIENT payment capture",
          TAKE,
          "CLIENT send email");

  private static ZipkinServer zipkin;
  private static Collector collector;
  private static StripeServer stripe;
  private static RunningPlatform platform;

  private final Shop shop = Shop.at(platform.baseUri());
  private final String lamp = shop.newProduct("18.90", 20);
  private final Customer ada = shop.newCustomer();

  @BeforeAll
  static void start() {
    zipkin = ZipkinServer.start();
    collector = Collector.start();
    stripe = StripeServer.start();
    platform = RunningPlatform.startWith("traces", settings(collector.uri()));
    zipkin.awaitStart();
  }

  @AfterAll
  static void stop() {
    platform.close();
    stripe.close();
    collector.close();
    zipkin.close();
  }

  private static Map<String, String> settings(URI otlp) {
    return Map.of(
        "OTEL_TRACES_EXPORTER",
        "otlp,zipkin",
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        otlp.toString(),
        "OTEL_EXPORTER_ZIPKIN_ENDPOINT",
        zipkin.collector().toString(),
        "OTEL_BSP_SCHEDULE_DELAY",
        "500",
        "CORNERSHOP_PAYMENTS_PROVIDER",
        "stripe",
        "CORNERSHOP_PAYMENTS_STRIPE_BASE_URL",
        stripe.url(),
        "CORNERSHOP_PAYMENTS_STRIPE_SECRET_KEY",
        "sk_test_secret");
  }

  private static String newTrace() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private String order(String trace, String flag) {
    String traceparent = "00-%s-%s-%s".formatted(trace, CALLER, flag);
    return ada.order(lamp, 1, CARD, Map.of("traceparent", traceparent));
  }

  private static List<ZipkinSpan> whole(String trace) {
    return Await.until(PATIENCE, () -> zipkin.trace(trace), OneTraceIT::isWhole);
  }

  /** Every step is there, the mails have gone, and each span has its parent. */
  private static boolean isWhole(List<ZipkinSpan> spans) {
    return missing(spans).isEmpty()
        && spans.stream().filter(span -> span.what().equals("CLIENT send email")).count() >= 3
        && orphans(spans).isEmpty();
  }

  private static Set<String> missing(List<ZipkinSpan> spans) {
    Set<String> found = spans.stream().map(ZipkinSpan::what).collect(Collectors.toSet());
    return STEPS.stream().filter(step -> !found.contains(step)).collect(Collectors.toSet());
  }

  private static List<String> orphans(List<ZipkinSpan> spans) {
    Set<String> ids = spans.stream().map(ZipkinSpan::id).collect(Collectors.toSet());
    return spans.stream()
        .filter(span -> !ids.contains(span.parent()) && !span.parent().equals(CALLER))
        .map(ZipkinSpan::what)
        .toList();
  }

  @Test
  void an_order_is_one_trace_from_the_request_to_the_mail() {
    String unseen = newTrace();
    ada.awaitOrder(order(unseen, "00"), "Confirmed");
    String trace = newTrace();
    String order = order(trace, "01");
    ada.awaitOrder(order, "Confirmed");

    List<ZipkinSpan> spans = whole(trace);
    ZipkinServer.keep("order", spans);

    assertThat(parentOf("SERVER post /api/carts/{id}/checkout", spans)).isEqualTo(CALLER);
    assertThat(spans).extracting(ZipkinSpan::name).noneMatch(name -> ID.matcher(name).matches());
    assertThat(spans.toString())
        .doesNotContain("example.org", "Lovelace", "St James", "18.9", "Java-http");
    assertThat(insertOf(spans, "Order"))
        .containsEntry("db.system.name", "mongodb")
        .containsEntry("db.collection.name", "commits")
        .containsEntry("cornershop.aggregate.id", order);
    assertThat(zipkin.trace(unseen)).isEmpty();
    assertThat(platform.threads()).contains(NothingIsTracedIT.SENDER);
  }

  @Test
  void the_call_of_the_payment_provider_is_part_of_the_payment_and_learns_of_it() {
    String trace = newTrace();
    ada.awaitOrder(order(trace, "01"), "Confirmed");

    List<ZipkinSpan> spans = whole(trace);
    ZipkinSpan hold = only(HOLD, spans);
    assertThat(hold.parent()).isEqualTo(only("CLIENT payment authorize", spans).id());
    assertThat(only(TAKE, spans).parent()).isEqualTo(only("CLIENT payment capture", spans).id());
    assertThat(tagsOf(hold))
        .containsEntry("http.request.method", "POST")
        .containsEntry("http.response.status_code", "200")
        .containsEntry("url.full", stripe.url() + "/v1/payment_intents")
        .containsEntry("server.address", URI.create(stripe.url()).getHost());
    assertThat(stripe.traceparents())
        .contains(Optional.of("00-%s-%s-01".formatted(trace, hold.id())));
    assertThat(spans.toString()).doesNotContain("pi_", CARD, "sk_test_secret");
  }

  private static ZipkinSpan only(String what, List<ZipkinSpan> spans) {
    List<ZipkinSpan> found = spans.stream().filter(span -> span.what().equals(what)).toList();
    assertThat(found).as(what).hasSize(1);
    return found.getFirst();
  }

  private static String parentOf(String what, List<ZipkinSpan> spans) {
    return spans.stream().filter(s -> s.what().equals(what)).findFirst().orElseThrow().parent();
  }

  private static Map<String, String> insertOf(List<ZipkinSpan> spans, String type) {
    return spans.stream()
        .filter(span -> span.name().equals("insert commits"))
        .filter(span -> span.tag("cornershop.aggregate.type").equals(type))
        .map(OneTraceIT::tagsOf)
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> tagsOf(ZipkinSpan span) {
    Map<String, String> tags = new HashMap<>();
    span.json()
        .path("tags")
        .properties()
        .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asString()));
    return tags;
  }

  @Test
  void neither_a_death_nor_a_tracing_system_that_is_not_there_stops_an_order_or_ends_its_trace()
      throws IOException {
    ada.awaitOrder(order(newTrace(), "01"), "Confirmed");
    Await.holds("the order is sent", OneTraceIT::hasSentAnOrder);
    assertThat(collector.posts())
        .allMatch(post -> post.path().equals("/v1/traces"))
        .allMatch(post -> post.type().equals("application/x-protobuf"));
    collector.close();
    ada.awaitOrder(order(newTrace(), "01"), "Confirmed");
    Await.holds("it is told", () -> platform.output().contains(TOLD));
    assertThat(platform.output()).doesNotContain("io.opentelemetry.", "okhttp3");

    String trace = newTrace();
    stripe.answerAfter(Duration.ofSeconds(3));
    String order = order(trace, "01");
    platform.killApplication();
    stripe.heal();
    try (ServerSocket hanging = Collector.hanging()) {
      URI nowhere = URI.create("http://127.0.0.1:" + hanging.getLocalPort());
      platform.restartWith(settings(nowhere));

      ada.awaitOrder(order, "Confirmed");
      ada.awaitOrder(order(newTrace(), "01"), "Confirmed");
      assertThat(afterTheDeath(trace)).contains("CLIENT payment capture", "CLIENT send email");
      Await.holds("it is told", () -> platform.output().contains(TOLD));
      assertThat(platform.output()).doesNotContain("io.opentelemetry.", "okhttp3");
      assertThat(platform.output().split(TOLD, -1)).hasSize(2);
    }
  }

  private static boolean hasSentAnOrder() {
    return collector.posts().stream().anyMatch(post -> post.body().contains("send orders.events"));
  }

  private static Set<String> afterTheDeath(String trace) {
    return Await.until(
            PATIENCE,
            () -> zipkin.trace(trace),
            spans -> spans.stream().anyMatch(span -> span.what().equals("CLIENT send email")))
        .stream()
        .map(ZipkinSpan::what)
        .collect(Collectors.toSet());
  }
}
