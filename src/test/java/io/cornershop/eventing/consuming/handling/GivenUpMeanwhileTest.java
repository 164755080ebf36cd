package io.cornershop.eventing.consuming.handling;

import static io.cornershop.eventing.consuming.ConsumingFixtures.counted;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.held.HeldEvents;
import io.cornershop.eventing.deadletters.ClosedByOperator;
import io.cornershop.testing.ListenedLog;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An event whose letter was discarded through another node, of which this one does not know. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GivenUpMeanwhileTest extends HeldScene {

  @RegisterExtension final ListenedLog log = ListenedLog.of(HeldEvents.class);

  @Test
  void is_not_said_to_hold_its_key_when_it_comes_and_fails_again() {
    poison(counted("a", 1));
    send(counted("a", 1));
    awaitAllFinished();
    ClosedByOperator.discard(letters, head(A));
    log.clear();
    send(counted("a", 1));
    awaitAllFinished();
    assertThat(states()).isEqualTo(List.of("a@0 DISCARDED"));
    assertThat(log.lines()).isEmpty();
  }
}
