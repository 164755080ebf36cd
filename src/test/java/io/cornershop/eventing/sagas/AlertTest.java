package io.cornershop.eventing.sagas;

import static io.cornershop.eventing.sagas.SagaFixtures.STUCK;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AlertTest {

  private final Logger log = Logger.getLogger(Alert.class.getName());
  private final List<LogRecord> lines = new CopyOnWriteArrayList<>();
  private final Handler listening =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    log.addHandler(listening);
  }

  @AfterEach
  void stopListening() {
    log.removeHandler(listening);
  }

  @Test
  void is_one_line_with_the_saga_the_reason_and_what_to_do() {
    Alert.raise(STUCK);

    assertThat(lines).extracting(LogRecord::getLevel).containsExactly(Level.WARNING);
    assertThat(lines)
        .extracting(new SimpleFormatter()::formatMessage)
        .containsExactly(
            "Saga order-1 needs an operator: step ReserveStock failed for good: shipped. Look at"
                + " GET /api/sagas/order-1, clear the cause, then POST /api/sagas/order-1/retry");
  }
}
