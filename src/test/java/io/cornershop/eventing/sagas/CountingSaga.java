package io.cornershop.eventing.sagas;

import static io.cornershop.eventing.testing.CounterFixtures.DOOR;

import io.cornershop.eventing.sagas.Work.Awaited;
import io.cornershop.eventing.testing.CounterCommand.Count;
import io.cornershop.eventing.testing.CounterEvent.Counted;
import io.cornershop.eventing.testing.CounterEvent.Stopped;
import io.cornershop.eventing.testing.CounterId;
import io.cornershop.kernel.DomainEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** When the door has counted, the window counts, then somebody has to stop the cellar. */
record CountingSaga(Supplier<List<Instruction>> first, List<String> names)
    implements Saga<Counted> {

  static final SagaId ID = new SagaId("saga-1");
  static final CounterId CELLAR = new CounterId("cellar");
  static final Duration PATIENCE = Duration.ofMinutes(1);

  @Override
  public String type() {
    return "counting";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public Class<Counted> trigger() {
    return Counted.class;
  }

  @Override
  public Optional<SagaId> sagaIdOf(DomainEvent event) {
    return switch (event) {
      case Counted e -> Optional.of(ID).filter(id -> e.counterId().equals(DOOR));
      default -> Optional.of(ID);
    };
  }

  @Override
  public String subjectOf(Counted facts) {
    return "door";
  }

  @Override
  public SagaId idAbout(String subject) {
    return ID;
  }

  @Override
  public List<Step<Counted>> steps() {
    Awaited stop = new Awaited(Set.of(Stopped.class), event -> Reply.DONE, PATIENCE);
    return List.of(
        new Step<>(
            names.get(0),
            Work.of((facts, occasion) -> first.get()),
            Work.of((facts, occasion) -> List.of(Instruction.of(new Count(CELLAR, 1))))),
        new Step<>(names.get(1), Work.<Counted>nothing().awaiting(stop), Work.nothing()));
  }

  @Override
  public Set<Class<? extends DomainEvent>> cancelledBy() {
    return Set.of();
  }

  @Override
  public Retries retries() {
    return new Retries(2, Duration.ofSeconds(1));
  }
}
