package io.cornershop.observability.metrics;

import static io.cornershop.eventing.testing.CounterFixtures.CLOCK;
import static io.cornershop.eventing.testing.CounterFixtures.DOOR;
import static io.cornershop.eventing.testing.CounterFixtures.context;
import static io.cornershop.eventing.testing.CounterFixtures.handlerOn;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.testing.CounterCommand.Count;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoreMetricsTest {

  private final TestMeters counted = TestMeters.usual();
  private final StoreMetrics metrics = new StoreMetrics(counted.meters);

  @Test
  void an_appended_event_counts_and_a_repeated_command_does_not() {
    InMemoryEventStore store = new InMemoryEventStore(StoreLimits.USUAL, CLOCK);
    CommandHandler commands = handlerOn(store, metrics);
    commands.handle(new Count(DOOR, 1), context("one"));
    commands.handle(new Count(DOOR, 1), context("one"));
    commands.handle(new Count(DOOR, 1), context("two"));

    assertThat(counted.moved())
        .isEqualTo(Map.of("events_stored_total{aggregate_type=Counter,event_type=Counted}", 2.0));
  }

  @Test
  void a_replay_counts_its_events_and_is_timed_as_a_whole() {
    metrics.replayed("Order", 3);
    metrics.finished("Order", Duration.ofSeconds(2));

    assertThat(counted.moved())
        .isEqualTo(
            Map.of(
                "events_replayed_total{aggregate_type=Order}", 3.0,
                "event_replay_duration{aggregate_type=Order} count", 1.0,
                "event_replay_duration{aggregate_type=Order} sum", 2.0));
  }
}
