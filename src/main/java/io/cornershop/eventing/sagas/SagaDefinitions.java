package io.cornershop.eventing.sagas;

import io.cornershop.kernel.Rejected;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All definitions that this build has. Immutable. */
public record SagaDefinitions(List<Saga<?>> all) {

  public SagaDefinitions {
    all = List.copyOf(all);
  }

  /** The definition of this type, if this build has it. */
  public Optional<Saga<?>> ofType(String sagaType) {
    return all.stream().filter(saga -> saga.type().equals(sagaType)).findFirst();
  }

  /** Every saga that can be about this, whether or not it has begun. */
  public List<SagaId> about(String subject) {
    return all.stream().map(saga -> saga.idAbout(subject)).distinct().toList();
  }

  /**
   * Why this build cannot go on with a saga that is at this step; empty when it can.
   *
   * @param step empty at an end
   */
  public Optional<String> objectionTo(String sagaType, String step) {
    Optional<Saga<?>> saga = ofType(sagaType);
    if (saga.isEmpty()) {
      return Optional.of("This build has no saga %s".formatted(sagaType));
    }
    boolean has =
        step.isEmpty() || saga.get().steps().stream().anyMatch(known -> known.name().equals(step));
    return has
        ? Optional.empty()
        : Optional.of(
            "Version %d of %s, which this build has, has no step %s; it has %s"
                .formatted(saga.get().version(), sagaType, step, stepsOf(saga.get())));
  }

  private static String stepsOf(Saga<?> saga) {
    return saga.steps().stream().map(Step::name).collect(Collectors.joining(", "));
  }

  /** Refuses to touch what this build cannot go on with. */
  Saga<?> able(SagaState.Begun saga) {
    String step = SagaLife.openOf(saga).flatMap(open -> SagaLife.stepOf(open)).orElse("");
    objectionTo(saga.plan().sagaType(), step)
        .ifPresent(
            why -> {
              throw Rejected.conflict("saga-step-unknown", why);
            });
    return ofType(saga.plan().sagaType()).orElseThrow();
  }
}
