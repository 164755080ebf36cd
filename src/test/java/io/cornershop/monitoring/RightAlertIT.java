package io.cornershop.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Await;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import io.cornershop.testing.hang.Hang;
import io.cornershop.testing.hang.Hanging;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * Something breaks on the running platform, and people are told of that, of nothing that follows
 * from it, and when it is over. Real Prometheus, real Alertmanager, our rules; only time passes
 * faster for them.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RightAlertIT {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  /** A rate is seen only of a series that was there before. */
  private static final String SEEN = "events_published_total{event_type=\"ProductAdded\"}";

  private static final String MOVES = "rate(" + SEEN + "[10s]) > 0";

  private static final int FULL = 20;
  private static final String FILLED = "outbox_pending >= " + FULL;
  private static final String EMPTY = "outbox_pending == 0";

  private static RunningPlatform platform;
  private static Shop shop;
  private static ToldAlerts told;
  private static MonitoringStack stack;

  @BeforeAll
  static void watch() {
    platform = RunningPlatform.shared();
    shop = Shop.at(platform.baseUri());
    told = new ToldAlerts();
    stack = MonitoringStack.startHurrying(platform.baseUri(), told.address());
  }

  @AfterAll
  static void stop() {
    stack.close();
    told.close();
  }

  @Test
  void when_kafka_is_killed_people_are_told_of_kafka_alone_and_orders_go_on_when_it_is_back() {
    String product = shop.newProduct("10.10", 10);
    Shop.Customer customer = shop.newCustomer();
    Set<String> before = settle();
    String order;

    platform.killKafka();
    try {
      order = customer.order(product, 1, "sandbox-approve");
      await(told::names, "KafkaDoesNotAnswer");
      await(stack::inhibited, "RelaySilent");
    } finally {
      platform.restartKafka();
    }

    customer.awaitOrder(order, "Confirmed");
    await(told::over, "KafkaDoesNotAnswer");
    assertThat(toldSince(before)).isEqualTo(Set.of("KafkaDoesNotAnswer"));
  }

  @Test
  void when_the_outbox_fills_people_are_told_that_everything_waits_alone() throws Exception {
    Set<String> before = settle();

    largestRecord(OpType.SET);
    try {
      for (int i = 0; i < FULL; i++) {
        shop.newProduct("10.10", 10);
      }
      Await.until(() -> stack.query(FILLED), filled -> !filled.isEmpty());
      await(told::names, "RelaySilent");
    } finally {
      largestRecord(OpType.DELETE);
    }

    await(told::over, "RelaySilent");
    Await.until(() -> stack.query(EMPTY), empty -> !empty.isEmpty());
    assertThat(toldSince(before)).isEqualTo(Set.of("RelaySilent"));
  }

  @Test
  void when_a_handler_hangs_people_are_told_of_the_handler_alone() {
    Set<String> before = settle();
    String name = "lamp" + System.nanoTime();
    Hang views =
        new Hang("io.cornershop.eventing.projections.ProjectionHandler", "handleAll", name);

    try (Hanging hanging = platform.hang(views)) {
      shop.as("staff")
          .post(
              "/api/products",
              """
              {"name": "%s", "price": {"amount": "10.10", "currency": "EUR"}}"""
                  .formatted(name))
          .expect(201);
      await(told::names, "HandlerStuck");
      await(stack::inhibited, "ViewStale");
    }

    await(told::over, "HandlerStuck");
    assertThat(toldSince(before)).isEqualTo(Set.of("HandlerStuck"));
  }

  /** Returns when events go through; the alerts that others have left behind. */
  private static Set<String> settle() {
    shop.newProduct("10.10", 10);
    Await.until(PATIENCE, () -> stack.query(SEEN), seen -> !seen.isEmpty());
    shop.newProduct("10.10", 10);
    Await.until(PATIENCE, () -> stack.query(MOVES), moves -> !moves.isEmpty());
    Set<String> active = new HashSet<>(stack.alerts("pending"));
    active.addAll(stack.alerts("firing"));
    told.forget();
    return active;
  }

  private static void await(Supplier<Set<String>> names, String name) {
    Await.until(PATIENCE, names, found -> found.contains(name));
  }

  private static Set<String> toldSince(Set<String> before) {
    Set<String> names = new HashSet<>(told.names());
    names.removeAll(before);
    return names;
  }

  /** So small that no topic of events takes anything any more, or what it was. */
  private static void largestRecord(OpType type) throws ExecutionException, InterruptedException {
    ConfigEntry entry = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "100");
    Collection<AlterConfigOp> change = List.of(new AlterConfigOp(entry, type));
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, platform.kafka()))) {
      Map<ConfigResource, Collection<AlterConfigOp>> changes =
          admin.listTopics().names().get().stream()
              .filter(topic -> topic.endsWith(".events"))
              .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
              .collect(Collectors.toMap(Function.identity(), any -> change));
      admin.incrementalAlterConfigs(changes).all().get();
    }
  }
}
