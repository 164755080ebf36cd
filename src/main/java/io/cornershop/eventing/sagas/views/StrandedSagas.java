package io.cornershop.eventing.sagas.views;

import io.cornershop.eventing.sagas.Saga;
import io.cornershop.eventing.sagas.SagaDefinitions;
import io.cornershop.eventing.sagas.Step;
import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Open sagas at a step that this build does not have any more: its definition has changed under
 * them. Those of a newer version of the definition are none of them, for a newer build is about.
 * Asks the database at most every few seconds. Thread-safe.
 */
public final class StrandedSagas {

  private static final long GOOD_FOR = Duration.ofSeconds(5).toNanos();
  private static final int MOST_NAMED = 5;

  private record Known(List<String> sentences, long at) {}

  private final SagaDefinitions definitions;
  private final SagaList sagas;
  private final LongSupplier nanoTime;
  private volatile Known known;

  public StrandedSagas(SagaDefinitions definitions, SagaList sagas, LongSupplier nanoTime) {
    this.definitions = definitions;
    this.sagas = sagas;
    this.nanoTime = nanoTime;
    this.known = new Known(List.of(), nanoTime.getAsLong() - GOOD_FOR);
  }

  /** One sentence for each of some of them; while the database does not answer, the last answer. */
  public List<String> sentences() {
    long now = nanoTime.getAsLong();
    if (now - known.at() >= GOOD_FOR) {
      known = new Known(asked(known.sentences()), now);
    }
    return known.sentences();
  }

  private List<String> asked(List<String> otherwise) {
    try {
      return definitions.all().stream().flatMap(saga -> strandedOf(saga).stream()).toList();
    } catch (Unavailable e) {
      return otherwise;
    }
  }

  private List<String> strandedOf(Saga<?> saga) {
    Set<String> steps = saga.steps().stream().map(Step::name).collect(Collectors.toSet());
    return sagas.elsewhere(saga.type(), saga.version(), steps, MOST_NAMED).stream()
        .map(
            stranded ->
                "Saga %s, begun with version %d: %s"
                    .formatted(
                        stranded.sagaId(),
                        stranded.definitionVersion(),
                        definitions
                            .objectionTo(saga.type(), stranded.progress().step())
                            .orElse("at no step")))
        .toList();
  }
}
