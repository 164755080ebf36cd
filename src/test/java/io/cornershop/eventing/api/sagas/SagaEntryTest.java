package io.cornershop.eventing.api.sagas;

import static io.cornershop.eventing.sagas.SagaFixtures.BACK;
import static io.cornershop.eventing.sagas.SagaFixtures.COMPLETED;
import static io.cornershop.eventing.sagas.SagaFixtures.FIRST_DONE;
import static io.cornershop.eventing.sagas.SagaFixtures.FIRST_UNDONE;
import static io.cornershop.eventing.sagas.SagaFixtures.GOING_BACK;
import static io.cornershop.eventing.sagas.SagaFixtures.SAGA;
import static io.cornershop.eventing.sagas.SagaFixtures.SECOND;
import static io.cornershop.eventing.sagas.SagaFixtures.SECOND_FAILED;
import static io.cornershop.eventing.sagas.SagaFixtures.SECOND_LATE;
import static io.cornershop.eventing.sagas.SagaFixtures.STARTED;
import static io.cornershop.eventing.sagas.SagaFixtures.STUCK;
import static io.cornershop.eventing.sagas.SagaFixtures.TAKEN_UP;
import static io.cornershop.eventing.sagas.SagaFixtures.UNDOING_REFUSED;
import static io.cornershop.eventing.sagas.SagaFixtures.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventType;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.sagas.SagaEvent;
import io.cornershop.eventing.sagas.SagaHistory.Told;
import io.cornershop.kernel.EventMetadata;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SagaEntryTest {

  private static SagaEntry entry(SagaEvent event) {
    EventEnvelope envelope =
        new EventEnvelope(
            new UUID(0, 1),
            new EventType("SagaStepFailed", 1),
            new StreamId("Saga", SAGA.value()),
            3,
            at(3),
            "{}",
            EventMetadata.of("correlation-1", "cause-1", "ada", "test"),
            OptionalLong.empty());
    return SagaEntry.of(new Told(event, envelope));
  }

  @Test
  void tells_what_has_happened_when_and_because_of_whom() {
    assertThat(entry(SECOND_FAILED))
        .isEqualTo(
            new SagaEntry(
                3,
                new UUID(0, 1),
                "SagaStepFailed",
                at(3),
                Optional.of(SECOND),
                "doing failed in attempt 1: broken",
                Optional.of(at(4)),
                "ada",
                "correlation-1"));
  }

  @Test
  void every_event_has_its_words() {
    List<String> words =
        Stream.of(
                STARTED,
                FIRST_DONE,
                GOING_BACK,
                SECOND_LATE,
                UNDOING_REFUSED,
                STUCK,
                TAKEN_UP,
                FIRST_UNDONE,
                BACK,
                COMPLETED)
            .map(event -> entry(event).what())
            .toList();
    assertThat(words)
        .containsExactly(
            "started",
            "done",
            "turned back: declined",
            "done too late",
            "undoing failed in attempt 1: shipped",
            "needs an operator: shipped",
            "taken up: by hand",
            "undone",
            "all undone",
            "all done");
  }
}
