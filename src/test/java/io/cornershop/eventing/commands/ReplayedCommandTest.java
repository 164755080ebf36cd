package io.cornershop.eventing.commands;

import static io.cornershop.eventing.testing.CounterFixtures.handlerOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.testing.CounterCommand.Count;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.kernel.ReplayFirewall;
import io.cornershop.kernel.ReplayViolation;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReplayedCommandTest {

  private final InMemoryEventStore store =
      new InMemoryEventStore(StoreLimits.USUAL, CounterFixtures.CLOCK);
  private final CommandHandler handler = handlerOn(store, commit -> {});

  private CommandResult count(String key) {
    return handler.handle(new Count(CounterFixtures.DOOR, 1), CounterFixtures.context(key));
  }

  @Test
  void a_command_that_a_replay_gives_is_refused_and_stores_nothing() {
    assertThatThrownBy(() -> ReplayFirewall.during("A replay", () -> count("a")))
        .isInstanceOf(ReplayViolation.class);

    assertThat(store.size()).isZero();
    assertThat(count("a")).isEqualTo(new CommandResult(CounterFixtures.DOOR_STREAM, 1));
  }
}
