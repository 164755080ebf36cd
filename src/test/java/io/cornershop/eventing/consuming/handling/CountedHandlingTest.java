package io.cornershop.eventing.consuming.handling;

import static io.cornershop.eventing.consuming.ConsumingFixtures.counted;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.held.Failures;
import io.cornershop.eventing.consuming.held.GroupWatch;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.observability.metrics.ConsumingMetrics;
import io.cornershop.observability.metrics.TestMeters;
import io.cornershop.testing.Await;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What is counted of events that consumers get. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CountedHandlingTest extends HeldScene {

  private static final String LABELS =
      "{consumer_group=group,event_type=Counted,topic=counters.events}";
  private static final String CONSUMED = "events_consumed_total" + LABELS;
  private static final String DURATIONS = "event_consume_duration" + LABELS + " count";

  private final TestMeters meters = TestMeters.usual();
  private final HandlerDispatch observed =
      new HandlerDispatch(
          List.of(counting, other),
          CounterFixtures.TYPES,
          lanes,
          new Failures(
              failures.policy(),
              failures.held(),
              failures.letters(),
              failures.brake(),
              new GroupWatch(new ConsumingMetrics(meters.meters), "group")),
          others);

  private void observe(EventEnvelope... events) {
    for (EventEnvelope event : events) {
      send(
          observed,
          record(
              event.stream().aggregateId(),
              io.cornershop.eventing.consuming.ConsumingFixtures.json(event)));
    }
    Await.holds("all are finished", () -> partition.unfinished() == 0);
  }

  private static String errors(String type, String kind) {
    return "events_consume_errors_total{consumer_group=group,error_type=%s,event_type=%s,topic=%s}"
        .formatted(kind, type, "counters.events");
  }

  @Test
  void an_event_counts_once_for_a_group_however_many_handlers_want_it() {
    observe(counted("a", 1), counted("a", 2), counted("b", 1));

    assertThat(meters.counts()).isEqualTo(Map.of(CONSUMED, 3.0, DURATIONS, 3.0));
  }

  @Test
  void what_heals_counts_when_it_is_handled_and_each_failed_try_as_an_error() {
    AtomicBoolean failed = new AtomicBoolean();
    counting.doing(
        event -> {
          if (failed.compareAndSet(false, true)) {
            throw new IllegalStateException("once");
          }
        });
    observe(counted("a", 1));

    assertThat(meters.counts())
        .isEqualTo(Map.of(CONSUMED, 1.0, DURATIONS, 1.0, errors("Counted", "poison"), 1.0));
  }

  @Test
  void an_event_of_which_a_letter_is_made_is_not_consumed_nor_are_those_behind_it() {
    poison(counted("a", 1));
    observe(counted("a", 1), counted("a", 2), counted("b", 1));

    assertThat(meters.counts())
        .isEqualTo(Map.of(CONSUMED, 1.0, DURATIONS, 1.0, errors("Counted", "poison"), 4.0));
  }

  @Test
  void a_record_that_cannot_be_read_is_an_error_of_no_known_type() {
    send(observed, record("a", GARBAGE));
    Await.holds("it is finished", () -> partition.unfinished() == 0);

    Map<String, Double> counts = meters.counts();
    assertThat(counts.keySet()).containsExactly(errors("", "poison"));
    assertThat(counts.values()).allMatch(tries -> tries >= 1);
  }
}
