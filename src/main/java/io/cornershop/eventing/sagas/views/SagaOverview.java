package io.cornershop.eventing.sagas.views;

import io.cornershop.eventing.projections.InstantColumn;
import io.cornershop.eventing.projections.TimeKey;
import io.cornershop.eventing.sagas.SagaEvent;
import io.cornershop.eventing.sagas.SagaEvent.SagaStarted;
import jakarta.nosql.Column;
import jakarta.nosql.Convert;
import jakarta.nosql.Entity;
import jakarta.nosql.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where one saga stands.
 *
 * @param subject what it is about, as callers know it
 * @param listKey its place in the list: when it began, and its id; later ones are greater
 * @param sequence of the saga that the row includes
 */
@Entity(SagaListProjection.NAME)
public record SagaOverview(
    @Id String sagaId,
    @Column String sagaType,
    @Column int definitionVersion,
    @Column String subject,
    @Column SagaProgress progress,
    @Column @Convert(InstantColumn.class) Instant startedAt,
    @Column @Convert(InstantColumn.class) Instant updatedAt,
    @Column String listKey,
    @Column long sequence) {

  static SagaOverview of(SagaStarted e, long sequence) {
    return new SagaOverview(
        e.sagaId().value(),
        e.sagaType(),
        e.definitionVersion(),
        e.subject(),
        SagaProgress.begun(e.steps()),
        e.startedAt(),
        e.startedAt(),
        TimeKey.of(e.startedAt(), e.sagaId().value()),
        sequence);
  }

  /** Where a saga stands after these events, which are all that have happened to it. */
  public static Optional<SagaOverview> of(List<SagaEvent> history) {
    Optional<SagaOverview> row = Optional.empty();
    for (int index = 0; index < history.size(); index++) {
      row = Optional.of(SagaListProjection.apply(row, history.get(index), index + 1L));
    }
    return row;
  }

  SagaOverview now(SagaProgress newProgress, Instant at, long newSequence) {
    return new SagaOverview(
        sagaId,
        sagaType,
        definitionVersion,
        subject,
        newProgress,
        startedAt,
        at,
        listKey,
        newSequence);
  }
}
