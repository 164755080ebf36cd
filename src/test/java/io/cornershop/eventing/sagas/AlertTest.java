package io.cornershop.eventing.sagas;

import static io.cornershop.eventing.sagas.SagaFixtures.STUCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.ListenedLog;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AlertTest {

  @RegisterExtension final ListenedLog log = ListenedLog.of(Alert.class);

  @Test
  void is_one_line_with_the_saga_the_reason_and_what_to_do() {
    new Alert().raise(new UUID(0, 1), STUCK);

    assertThat(log.lines()).extracting(LogRecord::getLevel).containsExactly(Level.WARNING);
    assertThat(log.lines())
        .extracting(new SimpleFormatter()::formatMessage)
        .containsExactly(
            "Saga order-1 needs an operator: step ReserveStock failed for good: shipped. Look at"
                + " GET /api/sagas/order-1, clear the cause, then POST /api/sagas/order-1/retry");
  }

  @Test
  void is_raised_once_for_an_event_and_again_for_the_next() {
    Alert alert = new Alert();
    alert.raise(new UUID(0, 1), STUCK);
    alert.raise(new UUID(0, 1), STUCK);
    assertThat(log.lines()).hasSize(1);

    alert.raise(new UUID(0, 2), STUCK);
    assertThat(log.lines()).hasSize(2);
  }
}
