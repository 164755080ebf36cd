package io.cornershop.eventing.consuming.health;

import static io.cornershop.eventing.consuming.ConsumingFixtures.counted;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.BulkEventHandler;
import io.cornershop.eventing.consuming.ConsumerStatus.Stuck;
import io.cornershop.eventing.consuming.RecordingBulkHandler;
import io.cornershop.eventing.consuming.RecordingHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RunningCallsTest {

  private static final Duration BOUND = Duration.ofMinutes(1);

  private final AtomicLong nanos = new AtomicLong();
  private final RunningCalls calls = new RunningCalls("projections", BOUND, nanos::get);
  private final RecordingHandler counting = new RecordingHandler("counting", "Counted");

  @Test
  void shows_a_call_that_lasts_longer_than_the_bound() {
    List<Stuck> seen = new ArrayList<>();
    counting.doing(
        event -> {
          nanos.addAndGet(BOUND.plusSeconds(1).toNanos());
          seen.addAll(calls.stuck());
        });
    WatchedHandler.of(counting, calls).handle(counted("a", 7));
    assertThat(seen)
        .isEqualTo(
            List.of(
                new Stuck(
                    "counting",
                    "Counted v1 " + counted("a", 7).eventId() + ", Counter/a sequence 7",
                    Duration.ofSeconds(61))));
  }

  @Test
  void shows_a_bulk_call_by_its_first_event() {
    List<Stuck> seen = new ArrayList<>();
    counting.doing(
        event -> {
          nanos.addAndGet(BOUND.toNanos());
          seen.addAll(calls.stuck());
        });
    BulkEventHandler bulk =
        (BulkEventHandler) WatchedHandler.of(new RecordingBulkHandler(counting), calls);
    bulk.handleAll(List.of(counted("a", 1), counted("b", 1)));
    assertThat(seen)
        .extracting(Stuck::event)
        .isEqualTo(List.of("Counted v1 " + counted("a", 1).eventId() + ", Counter/a sequence 1"));
  }

  @Test
  void shows_nothing_of_calls_that_returned_or_failed() {
    counting.doing(
        event -> {
          throw new IllegalStateException("a bug");
        });
    try {
      WatchedHandler.of(counting, calls).handle(counted("a", 1));
    } catch (IllegalStateException expected) {
      nanos.addAndGet(BOUND.multipliedBy(2).toNanos());
    }
    assertThat(calls.stuck()).isEmpty();
    assertThat(nanos).hasValue(BOUND.multipliedBy(2).toNanos());
  }
}
