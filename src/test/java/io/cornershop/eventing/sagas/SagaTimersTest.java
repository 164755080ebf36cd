package io.cornershop.eventing.sagas;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.sagas.SagaTimers.Place;
import io.cornershop.eventing.timers.InMemoryTimers;
import io.cornershop.eventing.timers.Timer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SagaTimersTest {

  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
  private static final SagaId ONE = new SagaId("order-1");
  private static final SagaId OTHER = new SagaId("order-2");

  private final InMemoryTimers set = new InMemoryTimers();
  private final SagaTimers timers = new SagaTimers(set);

  private static Timer timer(SagaId saga, long sequence, int seconds) {
    String id = SagaIds.ofTimerAfter(saga, sequence);
    return new Timer(id, "order-fulfilment", saga.value(), NOON.plusSeconds(seconds));
  }

  private void schedule(Timer timer) {
    set.schedule(timer.id(), timer.kind(), timer.subject(), timer.due());
  }

  @BeforeEach
  void two_sagas_wait() {
    schedule(timer(ONE, 2, 300));
    schedule(timer(ONE, 5, 8));
    schedule(timer(OTHER, 4, 60));
  }

  @Test
  void the_deadline_of_a_saga_is_that_of_its_present_state() {
    List<Place> places =
        List.of(new Place(ONE, 5), new Place(OTHER, 4), new Place(new SagaId("order-3"), 4));
    assertThat(timers.deadlines(places))
        .isEqualTo(Map.of(ONE, NOON.plusSeconds(8), OTHER, NOON.plusSeconds(60)));
    assertThat(timers.deadlines(List.of(new Place(ONE, 6)))).isEmpty();
  }

  @Test
  void timers_of_earlier_states_that_have_not_fired_are_shown_too_the_earliest_first() {
    assertThat(timers.of(new Place(ONE, 6))).containsExactly(timer(ONE, 5, 8), timer(ONE, 2, 300));
    assertThat(timers.of(new Place(ONE, 1))).isEmpty();
  }
}
