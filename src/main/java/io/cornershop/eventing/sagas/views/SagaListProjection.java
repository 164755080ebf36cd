package io.cornershop.eventing.sagas.views;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.projections.Projection;
import io.cornershop.eventing.projections.RowIndex;
import io.cornershop.eventing.sagas.SagaEvent;
import io.cornershop.eventing.sagas.SagaEvent.SagaCompensationCompleted;
import io.cornershop.eventing.sagas.SagaEvent.SagaCompensationStarted;
import io.cornershop.eventing.sagas.SagaEvent.SagaCompleted;
import io.cornershop.eventing.sagas.SagaEvent.SagaFailed;
import io.cornershop.eventing.sagas.SagaEvent.SagaStarted;
import io.cornershop.eventing.sagas.SagaEvent.SagaStepCompleted;
import io.cornershop.eventing.sagas.SagaEvent.SagaStepFailed;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.EventKinds;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes {@link SagaOverview} rows, of sagas of every type. */
@ApplicationScoped
public class SagaListProjection implements Projection<SagaOverview> {

  public static final String NAME = "saga_list";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<SagaOverview> rowType() {
    return SagaOverview.class;
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return EventKinds.of(SagaEvent.class);
  }

  @Override
  public String rowOf(DomainEvent event) {
    return ((SagaEvent) event).sagaId().value();
  }

  @Override
  public SagaOverview apply(Optional<SagaOverview> row, DomainEvent event, EventEnvelope envelope) {
    return apply(row, (SagaEvent) event, envelope.sequence());
  }

  /** The row after this event of its saga. */
  static SagaOverview apply(Optional<SagaOverview> row, SagaEvent event, long sequence) {
    return event instanceof SagaStarted e
        ? SagaOverview.of(e, sequence)
        : after(row.orElseThrow(), event, sequence);
  }

  private static SagaOverview after(SagaOverview row, SagaEvent event, long sequence) {
    SagaProgress was = row.progress();
    return switch (event) {
      case SagaStarted e -> row;
      case SagaStepCompleted e -> row.now(was.with(e), e.completedAt(), sequence);
      case SagaStepFailed e -> row.now(was.with(e), e.failedAt(), sequence);
      case SagaCompensationStarted e -> row.now(was.with(e), e.startedAt(), sequence);
      case SagaFailed e -> row.now(was.with(e), e.failedAt(), sequence);
      case SagaCompensationCompleted e ->
          row.now(was.ended(SagaStanding.COMPENSATED), e.completedAt(), sequence);
      case SagaCompleted e -> row.now(was.ended(SagaStanding.COMPLETED), e.completedAt(), sequence);
    };
  }

  /** For lists by state, step and subject, and for counting. */
  @Override
  public List<RowIndex> indexes() {
    return List.of(
        RowIndex.on("listKey"),
        RowIndex.on("subject", "listKey"),
        RowIndex.on("progress.state", "listKey"),
        RowIndex.on("progress.step", "listKey"),
        RowIndex.on("sagaType", "progress.state", "progress.step", "progress.backward", "listKey"));
  }
}
