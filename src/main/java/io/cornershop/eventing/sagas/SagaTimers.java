package io.cornershop.eventing.sagas;

import io.cornershop.eventing.timers.Timer;
import io.cornershop.eventing.timers.Timers;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What sagas wait for. Each state of a saga has one timer at most: of another try, or of a
 * deadline. Thread-safe; throws what {@link Timers} throws.
 */
public final class SagaTimers {

  /** Timers of earlier states that have not fired yet are among so many last ones. */
  private static final long MOST_STATES = 100;

  private final Timers timers;

  public SagaTimers(Timers timers) {
    this.timers = timers;
  }

  /** The end of what each of these sagas waits for; of those that wait. */
  public Map<SagaId, Instant> deadlines(Collection<Place> places) {
    Map<String, SagaId> sagas =
        places.stream()
            .collect(
                Collectors.toMap(
                    place -> SagaIds.ofTimerAfter(place.sagaId(), place.sequence()),
                    Place::sagaId,
                    (one, other) -> one));
    return timers.findAll(sagas.keySet()).stream()
        .collect(Collectors.toMap(timer -> sagas.get(timer.id()), Timer::due));
  }

  /** A state of a saga, by the sequence of its last event. */
  public record Place(SagaId sagaId, long sequence) {}

  /** The timers of a saga that are still set, the earliest first: also those of earlier states. */
  public List<Timer> of(Place place) {
    List<String> ids =
        LongStream.rangeClosed(Math.max(1, place.sequence() - MOST_STATES), place.sequence())
            .mapToObj(sequence -> SagaIds.ofTimerAfter(place.sagaId(), sequence))
            .toList();
    return timers.findAll(ids).stream().sorted(Comparator.comparing(Timer::due)).toList();
  }
}
