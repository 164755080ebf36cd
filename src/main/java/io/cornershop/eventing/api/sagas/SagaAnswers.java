package io.cornershop.eventing.api.sagas;

import io.cornershop.eventing.api.sagas.SagaAnswer.Beside;
import io.cornershop.eventing.api.sagas.SagaDetails.Doings;
import io.cornershop.eventing.sagas.SagaArchive;
import io.cornershop.eventing.sagas.SagaDefinitions;
import io.cornershop.eventing.sagas.SagaHistory;
import io.cornershop.eventing.sagas.SagaHistory.Told;
import io.cornershop.eventing.sagas.SagaId;
import io.cornershop.eventing.sagas.SagaTimers;
import io.cornershop.eventing.sagas.SagaTimers.Place;
import io.cornershop.eventing.sagas.views.SagaOverview;
import io.cornershop.kernel.NotFound;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers with sagas: rows of the list, or one as its own events tell it at this moment. */
@RequestScoped
class SagaAnswers {

  private static final int MOST_HISTORY = 500;

  @Inject private SagaDefinitions definitions;
  @Inject private SagaArchive archive;
  @Inject private SagaTimers timers;

  List<SagaAnswer> of(List<SagaOverview> page) {
    Map<SagaId, Instant> deadlines =
        timers.deadlines(page.stream().map(SagaAnswers::placeOf).toList());
    return page.stream()
        .map(saga -> answer(saga, Optional.ofNullable(deadlines.get(placeOf(saga).sagaId()))))
        .toList();
  }

  private static Place placeOf(SagaOverview saga) {
    return new Place(new SagaId(saga.sagaId()), saga.sequence());
  }

  private SagaAnswer answer(SagaOverview saga, Optional<Instant> deadline) {
    Optional<String> objection =
        definitions
            .objectionTo(saga.sagaType(), saga.progress().step())
            .filter(why -> saga.progress().state().isOpen());
    return SagaAnswer.of(saga, new Beside(deadline, objection));
  }

  /** One saga as it is now. */
  SagaAnswer of(SagaId id) {
    return of(List.of(overview(id, archive.historyOf(id)))).getFirst();
  }

  private static SagaOverview overview(SagaId id, SagaHistory history) {
    return SagaOverview.of(history.events()).orElseThrow(() -> new NotFound("saga", id));
  }

  /** The same with what it has done. */
  SagaDetails detailsOf(SagaId id) {
    SagaHistory history = archive.historyOf(id);
    SagaOverview saga = overview(id, history);
    List<Told> told = history.told();
    Doings doings =
        new Doings(
            told.stream().skip(Math.max(0, told.size() - MOST_HISTORY)).map(SagaEntry::of).toList(),
            archive.commandsOf(history),
            timers.of(placeOf(saga)),
            told.getFirst().envelope().metadata().correlationId());
    return SagaDetails.of(of(List.of(saga)).getFirst(), doings);
  }
}
