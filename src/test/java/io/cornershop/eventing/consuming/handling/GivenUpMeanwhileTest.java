package io.cornershop.eventing.consuming.handling;

import static io.cornershop.eventing.consuming.ConsumingFixtures.counted;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.held.HeldEvents;
import io.cornershop.eventing.deadletters.ClosedByOperator;
import io.cornershop.eventing.deadletters.SequenceId;
import io.cornershop.testing.ListenedLog;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An event whose letter was discarded through another node, of which this one does not know. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GivenUpMeanwhileTest extends HeldScene {

  /** In the lines of no other test that runs at the same time. */
  private static final String KEY = "given-up-meanwhile";

  @RegisterExtension final ListenedLog log = ListenedLog.of(HeldEvents.class);

  @Test
  void is_not_said_to_hold_its_key_when_it_comes_and_fails_again() {
    poison(counted(KEY, 1));
    send(counted(KEY, 1));
    awaitAllFinished();
    ClosedByOperator.discard(letters, head(SequenceId.of("projections", "counting", KEY)));
    assertThat(log.texts()).anyMatch(text -> text.contains(KEY));
    log.clear();
    send(counted(KEY, 1));
    awaitAllFinished();
    assertThat(states()).isEqualTo(List.of(KEY + "@0 DISCARDED"));
    assertThat(log.texts()).noneMatch(text -> text.contains(KEY));
  }
}
