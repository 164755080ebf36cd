package io.cornershop.eventing.commands;

import static io.cornershop.eventing.testing.CounterFixtures.CLOCK;
import static io.cornershop.eventing.testing.CounterFixtures.COUNTERS;
import static io.cornershop.eventing.testing.CounterFixtures.DOOR;
import static io.cornershop.eventing.testing.CounterFixtures.DOOR_STREAM;
import static io.cornershop.eventing.testing.CounterFixtures.context;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.commands.AggregateLoader.Loaded;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.eventing.testing.Counter.Counting;
import io.cornershop.eventing.testing.Counter.Ended;
import io.cornershop.eventing.testing.CounterCommand.Count;
import io.cornershop.eventing.testing.CounterCommand.Stop;
import io.cornershop.eventing.testing.CounterFixtures;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AggregateLoaderTest {

  private final EventStore store = new InMemoryEventStore(StoreLimits.USUAL, CLOCK);
  private final AggregateLoader loader = CounterFixtures.loaderOn(store);
  private final CommandHandler writer = CounterFixtures.handlerOn(store, commit -> {});

  private StreamHead headOf(long firstSequence) {
    return store.read(DOOR_STREAM, firstSequence, 1).getFirst().head();
  }

  @Test
  void begins_with_nothing() {
    assertThat(loader.load(COUNTERS, DOOR_STREAM))
        .isEqualTo(new Loaded<>(new Counting(0), StreamHead.empty(DOOR_STREAM)));
  }

  @Test
  void folds_a_history_of_many_pages() {
    for (int i = 0; i < 250; i++) {
      writer.handle(new Count(DOOR, 2), context("count-" + i));
    }

    assertThat(loader.load(COUNTERS, DOOR_STREAM))
        .isEqualTo(new Loaded<>(new Counting(500), headOf(499)));
  }

  @Test
  void sees_what_others_have_written_since_it_loaded_last() {
    writer.handle(new Count(DOOR, 2), context("a"));
    Loaded<?> before = loader.load(COUNTERS, DOOR_STREAM);
    writer.handle(new Stop(DOOR), context("b"));

    assertThat(before).isEqualTo(new Loaded<>(new Counting(2), headOf(1)));
    assertThat(loader.load(COUNTERS, DOOR_STREAM))
        .isEqualTo(new Loaded<>(new Ended(2), headOf(3)))
        .isEqualTo(loader.load(COUNTERS, DOOR_STREAM));
  }
}
