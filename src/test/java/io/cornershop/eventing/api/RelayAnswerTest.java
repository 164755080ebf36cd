package io.cornershop.eventing.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.publishing.OutboxState;
import io.cornershop.eventing.publishing.RelayStatus;
import io.cornershop.eventing.publishing.RelayStatus.Condition;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RelayAnswerTest {

  @Test
  void tells_positions_and_what_waits_but_no_words_of_a_driver() {
    OutboxState outbox = new OutboxState(412, 411, 3, Duration.ofMillis(1_500));
    RelayStatus status =
        new RelayStatus(false, Condition.WAITING_FOR_KAFKA, "broker 1 is away", outbox, 7);

    assertThat(RelayAnswer.of(status))
        .isEqualTo(new RelayAnswer(false, "WAITING_FOR_KAFKA", 3, "PT1.5S", 412_000, 411_000));
  }
}
