package io.cornershop.observability.metrics;

import io.cornershop.eventing.deadletters.DeadLetters.OpenCount;
import io.cornershop.eventing.deadletters.LetterState;
import io.cornershop.eventing.publishing.OutboxState;
import io.cornershop.eventing.sagas.views.SagaList.Count;
import io.cornershop.eventing.sagas.views.SagaStanding;
import io.cornershop.eventing.store.LogTotals;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.ledger.Ledger.Unsettled;
import io.cornershop.notifications.ledger.State;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Readings of what lies in the database, the same seen from any node. What is none of is shown as
 * zero where it is known that it could be.
 */
public final class StoredReadings {

  private StoredReadings() {}

  /** What waits for Kafka. */
  public static GaugeSource outbox(Supplier<OutboxState> outbox) {
    return new GaugeSource(
        "the outbox",
        Set.of(Metric.OUTBOX_PENDING, Metric.OUTBOX_OLDEST_AGE_SECONDS),
        () -> {
          OutboxState state = outbox.get();
          double age = ConsumerReadings.seconds(state.oldestAge());
          return List.of(
              GaugeReading.of(Metric.OUTBOX_PENDING, state.pending()),
              GaugeReading.of(Metric.OUTBOX_OLDEST_AGE_SECONDS, age));
        });
  }

  /** How many events there are, from the sums that the position log keeps. */
  public static GaugeSource size(Collection<String> aggregateTypes, Supplier<LogTotals> totals) {
    return new GaugeSource(
        "the event store",
        Set.of(Metric.EVENT_STORE_SIZE),
        () -> {
          List<GaugeReading> readings = new ArrayList<>();
          aggregateTypes.forEach(t -> readings.add(GaugeReading.of(Metric.EVENT_STORE_SIZE, 0, t)));
          totals
              .get()
              .byAggregateType()
              .forEach(
                  (type, count) ->
                      readings.add(GaugeReading.of(Metric.EVENT_STORE_SIZE, count.events(), type)));
          return readings;
        });
  }

  /** The letters that are open. */
  public static GaugeSource letters(Collection<String> channels, Supplier<List<OpenCount>> counts) {
    return new GaugeSource(
        "dead letters",
        Set.of(Metric.DEAD_LETTERS),
        () ->
            Stream.concat(
                    channels.stream().flatMap(c -> openStates().map(s -> new OpenCount(c, s, 0))),
                    counts.get().stream())
                .map(
                    c ->
                        GaugeReading.of(
                            Metric.DEAD_LETTERS, c.letters(), c.consumer(), c.state().name()))
                .toList());
  }

  private static Stream<LetterState> openStates() {
    return Arrays.stream(LetterState.values()).filter(LetterState::open);
  }

  /** The sagas that are open. */
  public static GaugeSource sagas(
      Collection<String> types, Supplier<List<Count>> counts, Clock clock) {
    return new GaugeSource(
        "sagas",
        Set.of(Metric.ACTIVE_SAGAS, Metric.SAGA_OLDEST_AGE_SECONDS),
        () -> {
          List<Count> all = counts.get();
          return types.stream()
              .flatMap(type -> SagaStanding.open().stream().map(s -> at(all, type, s, clock)))
              .flatMap(List::stream)
              .toList();
        });
  }

  private static List<GaugeReading> at(
      List<Count> all, String type, SagaStanding standing, Clock clock) {
    List<Count> its =
        all.stream().filter(c -> c.sagaType().equals(type) && c.state() == standing).toList();
    double oldest =
        its.stream()
            .map(count -> Duration.between(count.oldest(), clock.instant()))
            .mapToDouble(ConsumerReadings::seconds)
            .max()
            .orElse(0);
    long sagas = its.stream().mapToLong(Count::sagas).sum();
    return List.of(
        GaugeReading.of(Metric.ACTIVE_SAGAS, sagas, type, standing.name()),
        GaugeReading.of(
            Metric.SAGA_OLDEST_AGE_SECONDS, Math.max(0, oldest), type, standing.name()));
  }

  /** The messages that are not settled. */
  public static GaugeSource messages(Supplier<List<Unsettled>> counts) {
    return new GaugeSource(
        "notifications",
        Set.of(Metric.NOTIFICATION_BACKLOG),
        () ->
            Stream.concat(noMessages(), counts.get().stream())
                .map(
                    u ->
                        GaugeReading.of(
                            Metric.NOTIFICATION_BACKLOG,
                            u.entries(),
                            DeliveryMetrics.word(u.channel()),
                            u.state().name()))
                .toList());
  }

  private static Stream<Unsettled> noMessages() {
    return Arrays.stream(Channel.values())
        .flatMap(
            channel ->
                Arrays.stream(State.values())
                    .filter(State::isUnsettled)
                    .map(state -> new Unsettled(channel, state, 0)));
  }
}
