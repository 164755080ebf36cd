package io.cornershop.eventing.consuming.handling;

import static io.cornershop.eventing.consuming.ConsumingFixtures.counted;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.held.HeldEvents;
import io.cornershop.eventing.deadletters.ClosedByOperator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** An event whose letter was discarded through another node, of which this one does not know. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GivenUpMeanwhileTest extends HeldScene {

  private final Logger log = Logger.getLogger(HeldEvents.class.getName());
  private final List<LogRecord> lines = new CopyOnWriteArrayList<>();
  private final Handler listening =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(line);
        }

        @Override
        public void flush() {
          // Nothing waits.
        }

        @Override
        public void close() {
          // Nothing is open.
        }
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
  void is_not_said_to_hold_its_key_when_it_comes_and_fails_again() {
    poison(counted("a", 1));
    send(counted("a", 1));
    awaitAllFinished();
    ClosedByOperator.discard(letters, head(A));
    lines.clear();
    send(counted("a", 1));
    awaitAllFinished();
    assertThat(states()).isEqualTo(List.of("a@0 DISCARDED"));
    assertThat(lines).isEmpty();
  }
}
