package io.cornershop.eventing.api.sagas;

import io.cornershop.eventing.sagas.views.SagaList.Count;
import io.cornershop.eventing.sagas.views.SagaStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many sagas there are, and where. */
public record SagaStatistics(List<OfType> types) {

  /**
   * The sagas of one type.
   *
   * @param states how many are in each state; those without any are left out
   * @param open how many have not come to an end
   * @param needingOperator how many of them wait for somebody
   * @param compensations how many have ever turned back
   * @param oldestOpen when the oldest open one began
   * @param oldestOpenSeconds how long ago that is
   * @param steps where the open ones are
   */
  public record OfType(
      String sagaType,
      long total,
      Map<SagaStanding, Long> states,
      long open,
      long needingOperator,
      long compensations,
      Optional<Instant> oldestOpen,
      Optional<Long> oldestOpenSeconds,
      List<AtStep> steps) {}

  /** Open sagas at one step. */
  public record AtStep(String step, SagaStanding state, long open, Instant oldest) {}

  static SagaStatistics of(List<Count> counts, Instant now) {
    return new SagaStatistics(
        counts.stream()
            .collect(Collectors.groupingBy(Count::sagaType, TreeMap::new, Collectors.toList()))
            .entrySet()
            .stream()
            .map(type -> ofType(type.getKey(), type.getValue(), now))
            .toList());
  }

  private static OfType ofType(String sagaType, List<Count> counts, Instant now) {
    List<Count> open = counts.stream().filter(count -> count.state().isOpen()).toList();
    Optional<Instant> oldest = open.stream().map(Count::oldest).min(Comparator.naturalOrder());
    Map<SagaStanding, Long> states =
        counts.stream()
            .collect(
                Collectors.groupingBy(
                    Count::state, TreeMap::new, Collectors.summingLong(Count::sagas)));
    return new OfType(
        sagaType,
        sum(counts),
        states,
        sum(open),
        states.getOrDefault(SagaStanding.COMPENSATION_FAILED, 0L),
        sum(counts.stream().filter(Count::backward).toList()),
        oldest,
        oldest.map(begin -> Math.max(0, Duration.between(begin, now).toSeconds())),
        steps(open));
  }

  private static long sum(List<Count> counts) {
    return counts.stream().mapToLong(Count::sagas).sum();
  }

  private static List<AtStep> steps(List<Count> open) {
    return open.stream()
        .map(count -> new AtStep(count.step(), count.state(), count.sagas(), count.oldest()))
        .collect(
            Collectors.toMap(
                at -> at.step() + "/" + at.state(),
                at -> at,
                SagaStatistics::together,
                TreeMap::new))
        .values()
        .stream()
        .toList();
  }

  /** At the same step and in the same state, on both ways. */
  private static AtStep together(AtStep one, AtStep other) {
    Instant oldest = one.oldest().isBefore(other.oldest()) ? one.oldest() : other.oldest();
    return new AtStep(one.step(), one.state(), one.open() + other.open(), oldest);
  }
}
