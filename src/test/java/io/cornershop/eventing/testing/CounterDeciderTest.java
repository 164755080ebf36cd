package io.cornershop.eventing.testing;

import static io.cornershop.eventing.testing.CounterFixtures.DOOR;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.testing.CounterCommand.Count;
import io.cornershop.eventing.testing.CounterCommand.Resume;
import io.cornershop.eventing.testing.CounterCommand.Stop;
import io.cornershop.eventing.testing.CounterEvent.Counted;
import io.cornershop.eventing.testing.CounterEvent.Resumed;
import io.cornershop.eventing.testing.CounterEvent.Stopped;
import io.cornershop.testing.DeciderSpec;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Shows how a decider is specified, and that the words do not pass for nothing. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CounterDeciderTest {

  private final DeciderSpec<CounterCommand, Counter, CounterEvent> counter =
      DeciderSpec.of(new CounterDecider());

  @Test
  void counts_on_until_it_is_stopped() {
    counter
        .given(new Counted(DOOR, 1))
        .when(new Count(DOOR, 2))
        .then(new Counted(DOOR, 2), new Counted(DOOR, 3))
        .when(new Stop(DOOR))
        .then(new Stopped(DOOR))
        .when(new Count(DOOR, 1))
        .thenRejected("counter-stopped");
    counter
        .given(new Counted(DOOR, 1), new Stopped(DOOR))
        .when(new Resume(DOOR))
        .then(new Resumed(DOOR))
        .when(new Count(DOOR, 1))
        .then(new Counted(DOOR, 2))
        .when(new Resume(DOOR))
        .thenNothing();
  }

  @Test
  void does_nothing_when_it_is_stopped_again() {
    counter.given(new Stopped(DOOR)).when(new Stop(DOOR)).thenNothing();
  }

  @Test
  void a_wrong_expectation_fails() {
    DeciderSpec<CounterCommand, Counter, CounterEvent>.When count =
        counter.given().when(new Count(DOOR, 1));
    DeciderSpec<CounterCommand, Counter, CounterEvent>.When refused =
        counter.given(new Stopped(DOOR)).when(new Count(DOOR, 1));

    assertThatThrownBy(() -> count.then(new Counted(DOOR, 2))).isInstanceOf(AssertionError.class);
    assertThatThrownBy(count::thenNothing).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> count.thenRejected("any")).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> refused.thenRejected("any")).isInstanceOf(AssertionError.class);
  }
}
