package io.cornershop.observability.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.metrics.Snapshot.HistogramBucket;
import org.eclipse.microprofile.metrics.Tag;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MetersTest {

  private final TestMeters scene = TestMeters.usual();

  @Test
  void a_counter_counts_for_each_combination_of_values() {
    scene.meters.count(Metric.EVENTS_STORED_TOTAL, "OrderCreated", "Order");
    scene.meters.add(Metric.EVENTS_STORED_TOTAL, 2, "OrderCreated", "Order");
    scene.meters.count(Metric.EVENTS_STORED_TOTAL, "CartCreated", "Cart");

    assertThat(scene.all())
        .isEqualTo(
            Map.of(
                "events_stored_total{aggregate_type=Order,event_type=OrderCreated}", 3.0,
                "events_stored_total{aggregate_type=Cart,event_type=CartCreated}", 1.0));
  }

  @Test
  void counting_none_makes_a_series_exist() {
    scene.meters.add(Metric.SAGAS_FAILED_TOTAL, 0, "fulfilment");

    assertThat(scene.all()).isEqualTo(Map.of("sagas_failed_total{saga_type=fulfilment}", 0.0));
  }

  @Test
  void a_duration_below_zero_is_none() {
    scene.meters.time(Metric.SAGA_DURATION_SECONDS, Duration.ofMillis(1_500), "fulfilment");
    scene.meters.time(Metric.SAGA_DURATION_SECONDS, Duration.ofSeconds(-7), "fulfilment");

    assertThat(scene.all())
        .isEqualTo(
            Map.of(
                "saga_duration{saga_type=fulfilment} count", 2.0,
                "saga_duration{saga_type=fulfilment} sum", 1.5));
  }

  @Test
  void a_reading_replaces_the_one_before_and_what_is_gone_is_not_shown() {
    Set<Metric> gauges = Set.of(Metric.EVENT_STORE_SIZE);
    scene.meters.read(
        gauges,
        List.of(
            GaugeReading.of(Metric.EVENT_STORE_SIZE, 5, "Order"),
            GaugeReading.of(Metric.EVENT_STORE_SIZE, 2, "Cart")));

    scene.meters.read(gauges, List.of(GaugeReading.of(Metric.EVENT_STORE_SIZE, 6, "Order")));

    assertThat(scene.all()).isEqualTo(Map.of("event_store_size{aggregate_type=Order}", 6.0));
  }

  @Test
  void readings_of_other_gauges_stay() {
    scene.meters.read(
        Set.of(Metric.OUTBOX_PENDING), List.of(GaugeReading.of(Metric.OUTBOX_PENDING, 3)));

    scene.meters.read(Set.of(Metric.EVENT_STORE_SIZE), List.of());
    scene.meters.unknown(Set.of(Metric.EVENT_STORE_SIZE));

    assertThat(scene.all()).isEqualTo(Map.of("outbox_pending{}", 3.0));
  }

  @Test
  void what_does_not_answer_is_no_number_until_it_does() {
    Set<Metric> outbox = Set.of(Metric.OUTBOX_PENDING);
    scene.meters.read(outbox, List.of(GaugeReading.of(Metric.OUTBOX_PENDING, 3)));

    scene.meters.unknown(outbox);

    assertThat(scene.all()).isEqualTo(Map.of("outbox_pending{}", Double.NaN));
    scene.meters.read(outbox, List.of(GaugeReading.of(Metric.OUTBOX_PENDING, 0)));
    assertThat(scene.all()).isEqualTo(Map.of("outbox_pending{}", 0.0));
  }

  @Test
  void what_has_never_answered_is_shown_where_it_is_known_what_would_be() {
    scene.meters.unknown(Set.of(Metric.KAFKA_BROKERS, Metric.EVENT_STORE_SIZE));

    assertThat(scene.all()).isEqualTo(Map.of("kafka_brokers{}", Double.NaN));
  }

  /** Whatever a label is given, an id cannot pass; and there is no other way to a series. */
  @ParameterizedTest
  @EnumSource(Metric.class)
  void no_label_takes_an_id(Metric metric) {
    String[] ids =
        metric.labels().stream().map(l -> UUID.randomUUID().toString()).toArray(String[]::new);
    switch (metric.kind()) {
      case COUNTER -> scene.meters.count(metric, ids);
      case HISTOGRAM -> scene.meters.time(metric, Duration.ZERO, ids);
      case GAUGE -> scene.meters.read(Set.of(metric), List.of(GaugeReading.of(metric, 1, ids)));
    }

    assertThat(scene.all().keySet())
        .isNotEmpty()
        .allSatisfy(
            series -> {
              assertThat(List.of(ids)).noneMatch(series::contains);
              assertThat(series.split("=other", -1)).hasSize(metric.labels().size() + 1);
            });
  }

  @Test
  void what_is_not_known_is_counted_together() {
    scene.meters.read(
        Set.of(Metric.EVENT_STORE_SIZE),
        Stream.of("a type of a newer build that is long", "another type of a newer build")
            .map(type -> GaugeReading.of(Metric.EVENT_STORE_SIZE, 4, type))
            .toList());

    assertThat(scene.all()).isEqualTo(Map.of("event_store_size{aggregate_type=other}", 8.0));
  }

  @Test
  void every_label_has_a_vocabulary() {
    Map<Label, Predicate<String>> some = new EnumMap<>(Label.class);
    Arrays.stream(Label.values()).skip(1).forEach(label -> some.put(label, "x"::equals));

    assertThatThrownBy(() -> new Vocabulary(some))
        .hasMessage("Nothing says which values these have: [EVENT_TYPE]");
  }

  @Test
  void a_metric_has_exactly_its_labels() {
    assertThatThrownBy(() -> scene.meters.count(Metric.SAGAS_FAILED_TOTAL))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> scene.meters.count(Metric.OUTBOX_PENDING))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource(Metric.class)
  void every_histogram_has_buckets_from_a_millisecond_to_ten_seconds(Metric metric) {
    if (metric.kind() == Metric.Kind.HISTOGRAM) {
      Tag[] tags =
          metric.labels().stream().map(l -> new Tag(l.wireName(), "x")).toArray(Tag[]::new);

      var buckets = scene.registry.timer(metric.registeredName(), tags).getSnapshot();

      assertThat(Arrays.stream(buckets.bucketValues()).map(HistogramBucket::getBucket))
          .contains(0.001e9, 10e9)
          .hasSize(13);
      assertThat(buckets.percentileValues()).isEmpty();
    }
  }
}
