package io.cornershop.observability.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.consuming.ConsumerStatus.Oldest;
import io.cornershop.eventing.consuming.ConsumerStatus.Partition;
import io.cornershop.eventing.consuming.ConsumerStatus.State;
import io.cornershop.observability.metrics.ConsumerReadings.ViewTopics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConsumerReadingsTest {

  private static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");

  private final TestMeters scene = TestMeters.usual();
  private List<ConsumerStatus> channels = List.of();
  private long second;
  private final ConsumerReadings readings =
      new ConsumerReadings(
          () -> channels,
          new ViewTopics(
              "projections",
              Map.of(
                  "orders", Set.of("orders.events"), "stock", Set.of("stock.events", "x.events"))),
          () -> Duration.ofSeconds(second).toNanos(),
          Clock.fixed(NOON, ZoneOffset.UTC));
  private Optional<Duration> kept = Optional.of(Duration.ofSeconds(100));
  private int asked;
  private final RetentionReadings retention =
      new RetentionReadings(
          () -> {
            asked++;
            return Map.of("orders.events", kept, "stock.events", Optional.empty());
          },
          readings,
          () -> Duration.ofSeconds(second).toNanos());

  private static Partition partition(String topic, long position, int unfinished, long lag) {
    return new Partition(
        topic,
        3,
        Optional.of(position),
        Optional.empty(),
        unfinished,
        OptionalLong.of(lag),
        unfinished == 0
            ? Optional.empty()
            : Optional.of(new Oldest(position - unfinished, Duration.ofMillis(1_500))),
        false);
  }

  private void at(int newSecond, State state, Partition... partitions) {
    second = newSecond;
    channels =
        List.of(
            new ConsumerStatus(
                "projections",
                "group",
                state,
                List.of(partitions),
                0,
                List.of(),
                List.of(),
                0,
                0,
                0,
                Optional.empty()));
    scene.meters.read(readings.source());
    scene.meters.read(retention.source());
  }

  private static String lag(String topic) {
    return "kafka_consumer_lag{consumer_group=group,partition=3,topic=" + topic + "}";
  }

  private static String headroom(String topic) {
    return "kafka_retention_headroom_seconds{consumer_group=group,topic=" + topic + "}";
  }

  @Test
  void a_view_is_as_far_behind_as_its_topics_are() {
    at(0, State.RUNNING, partition("orders.events", 10, 0, 0), partition("stock.events", 7, 0, 0));
    at(9, State.RUNNING, partition("orders.events", 12, 2, 5), partition("stock.events", 7, 0, 0));

    assertThat(scene.all())
        .isEqualTo(
            Map.of(
                lag("orders.events"),
                5.0,
                lag("stock.events"),
                0.0,
                headroom("orders.events"),
                91.0,
                headroom("stock.events"),
                Double.POSITIVE_INFINITY,
                "consumer_stuck_handlers{consumer_group=group}",
                0.0,
                "consumer_oldest_unfinished_seconds{consumer_group=group}",
                1.5,
                "projection_lag_events{projection=orders}",
                7.0,
                "projection_lag_events{projection=stock}",
                0.0,
                "projection_freshness_seconds{projection=orders}",
                9.0,
                "projection_freshness_seconds{projection=stock}",
                0.0));
  }

  @Test
  void a_paused_channel_grows_older_though_its_lag_stands_still() {
    at(0, State.RUNNING, partition("orders.events", 10, 0, 0));
    at(30, State.PAUSED, partition("orders.events", 10, 0, 0));

    assertThat(scene.all())
        .containsEntry("projection_freshness_seconds{projection=orders}", 30.0)
        .containsEntry(headroom("orders.events"), 70.0);
  }

  @Test
  void a_partition_that_has_moved_to_another_node_is_not_shown() {
    at(0, State.RUNNING, partition("orders.events", 10, 0, 0));
    at(5, State.RUNNING);

    assertThat(scene.all())
        .isEqualTo(
            Map.of(
                "consumer_stuck_handlers{consumer_group=group}", 0.0,
                "consumer_oldest_unfinished_seconds{consumer_group=group}", 0.0));
  }

  @Test
  void kafka_is_asked_for_its_retention_once_a_minute() {
    for (int now = 0; now <= 60; now += 5) {
      at(now, State.RUNNING, partition("orders.events", 10, 0, 0));
    }

    assertThat(asked).isEqualTo(2);
  }

  @Test
  void a_partition_that_comes_from_another_node_is_as_old_as_what_that_has_not_finished() {
    Oldest left = new Oldest(8, Duration.ofMillis(3), Optional.of(NOON.minusSeconds(80)));
    Partition taken =
        new Partition(
            "orders.events",
            3,
            Optional.of(10L),
            Optional.empty(),
            2,
            OptionalLong.of(5),
            Optional.of(left),
            false);

    at(5, State.RUNNING, taken);

    assertThat(scene.all())
        .containsEntry("projection_freshness_seconds{projection=orders}", 80.0)
        .containsEntry(headroom("orders.events"), 20.0);
  }

  @Test
  void a_topic_on_which_there_has_never_been_anything_is_caught_up() {
    Partition empty =
        new Partition(
            "orders.events",
            3,
            Optional.empty(),
            Optional.empty(),
            0,
            OptionalLong.of(0),
            Optional.empty(),
            false);

    at(5, State.RUNNING, empty);
    at(90, State.RUNNING, empty);

    assertThat(scene.all())
        .containsEntry("projection_freshness_seconds{projection=orders}", 0.0)
        .containsEntry(headroom("orders.events"), 100.0);
  }
}
