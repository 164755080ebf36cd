package io.cornershop.eventing.sagas;

import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.sagas.SagaState.Begun;
import io.cornershop.eventing.sagas.SagaState.Plan;
import io.cornershop.eventing.sagas.Work.Occasion;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.DomainEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a saga has done, from the store: its history, and its commands with what they have led to.
 * The ids of the commands derive from its steps, so they are looked up, not searched for.
 * Thread-safe. Every method throws {@link io.cornershop.kernel.Unavailable} when the store does not
 * answer.
 */
public final class SagaArchive {

  /** So many commands are looked up at once: their commits are in memory together. */
  private static final int AT_ONCE = 50;

  private final SagaDefinitions definitions;
  private final EventStore store;
  private final EventJson json;
  private final Beginnings beginnings;

  public SagaArchive(SagaDefinitions definitions, EventStore store, EventJson json) {
    this.definitions = definitions;
    this.store = store;
    this.json = json;
    this.beginnings = new Beginnings(store, json);
  }

  /** What has happened to it; nothing when there is no such saga. */
  public SagaHistory historyOf(SagaId id) {
    return SagaHistory.read(id, store, json);
  }

  /**
   * The commands of a saga that have had an effect, in the order of its steps: first what was done,
   * then what was undone. Those of steps that this build does not have are not found.
   */
  public List<Errand> commandsOf(SagaHistory history) {
    return history.state() instanceof Begun saga
        ? definitions
            .ofType(saga.plan().sagaType())
            .map(definition -> sent(saga.plan(), definition, history.rounds()))
            .orElse(List.of())
        : List.of();
  }

  private <T extends DomainEvent> List<Errand> sent(Plan plan, Saga<T> saga, int rounds) {
    T facts = beginnings.of(saga, plan).facts();
    List<Errand.Wanted> wanted = new ArrayList<>();
    for (boolean compensation : new boolean[] {false, true}) {
      for (Step<T> step : saga.steps()) {
        wanted.addAll(wanted(plan, facts, step, compensation, rounds));
      }
    }
    Map<CommandId, Commit> commits =
        commitsOf(wanted.stream().map(Errand.Wanted::commandId).toList());
    return wanted.stream()
        .flatMap(w -> Optional.ofNullable(commits.get(w.commandId())).map(w::found).stream())
        .toList();
  }

  private static <T extends DomainEvent> List<Errand.Wanted> wanted(
      Plan plan, T facts, Step<T> step, boolean compensation, int rounds) {
    Work<T> work = step.work(compensation);
    List<Instruction> instructions = instructions(work, facts, plan);
    int last = work.awaited().isPresent() ? rounds : 0;
    return IntStream.rangeClosed(0, last)
        .boxed()
        .flatMap(
            round ->
                IntStream.range(0, instructions.size())
                    .mapToObj(
                        place ->
                            new Errand.Wanted(
                                SagaIds.ofInstruction(
                                    plan.sagaId(), step.name(), compensation, round, place),
                                step.name(),
                                compensation,
                                round,
                                instructions.get(place).command().getClass().getSimpleName())))
        .toList();
  }

  /** Their number and places do not depend on when and why they are carried out. */
  private static <T extends DomainEvent> List<Instruction> instructions(
      Work<T> work, T facts, Plan plan) {
    try {
      return work.instructions().of(facts, new Occasion(plan.startedAt(), plan.sagaType()));
    } catch (RuntimeException e) { // a step that always fails has commanded nothing
      return List.of();
    }
  }

  private Map<CommandId, Commit> commitsOf(List<CommandId> ids) {
    Map<CommandId, Commit> found = new HashMap<>();
    for (int begin = 0; begin < ids.size(); begin += AT_ONCE) {
      Collection<CommandId> some = ids.subList(begin, Math.min(ids.size(), begin + AT_ONCE));
      store
          .findByCommands(some)
          .forEach(
              commit ->
                  commit.commands().stream()
                      .filter(outcome -> some.contains(outcome.commandId()))
                      .forEach(outcome -> found.put(outcome.commandId(), commit)));
    }
    return found;
  }
}
