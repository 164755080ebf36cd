package io.cornershop.eventing.store;

import static io.cornershop.eventing.store.CommitFixtures.DOOR;
import static io.cornershop.eventing.store.CommitFixtures.GATE;
import static io.cornershop.eventing.store.CommitFixtures.NO_DOOR;
import static io.cornershop.eventing.store.CommitFixtures.NO_GATE;
import static io.cornershop.eventing.store.CommitFixtures.commit;
import static io.cornershop.eventing.store.CommitFixtures.commitWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cornershop.eventing.commands.AggregateLoader.Loaded;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.commands.CommandResult;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.AppendResult.Appended;
import io.cornershop.eventing.store.AppendResult.Conflict;
import io.cornershop.eventing.store.AppendResult.Repeated;
import io.cornershop.eventing.testing.Counter;
import io.cornershop.eventing.testing.CounterCommand.Count;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.kernel.TooLarge;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every event store does for writers who come at the same moment. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class EventStoreRacesContract {

  private static final int ROUNDS = 25;
  private static final int COMMANDS = 50;
  private static final int WRITERS = 16;

  private EventStore store;

  /** An empty store with usual limits. */
  protected abstract EventStore emptyStore();

  @BeforeEach
  void openAnEmptyStore() {
    store = emptyStore();
  }

  @Test
  void lets_exactly_one_of_two_writers_on_one_head_win() {
    StreamHead head = NO_DOOR;
    for (int round = 0; round < ROUNDS; round++) {
      NewCommit one = commit(head, "one-" + round, 2);
      NewCommit other = commit(head, "other-" + round, 1);

      List<AppendResult> results = Together.run(() -> store.append(one), () -> store.append(other));

      assertThat(results).hasAtLeastOneElementOfType(Appended.class).contains(new Conflict());
      head = store.read(DOOR, head.sequence() + 1, 10).getLast().head();
    }
    assertThat(store.read(DOOR, 1, 100)).hasSize(ROUNDS);
  }

  @Test
  void carries_out_once_a_command_that_comes_twice_at_the_same_moment() {
    StreamHead door = NO_DOOR;
    StreamHead gate = NO_GATE;
    for (int round = 0; round < ROUNDS; round++) {
      NewCommit one = commit(door, "key-" + round, 1);
      NewCommit other = commit(gate, "key-" + round, 3);

      List<AppendResult> results = Together.run(() -> store.append(one), () -> store.append(other));

      Commit winner = store.findByCommand(one.commands().getFirst().commandId()).orElseThrow();
      assertThat(results).containsExactlyInAnyOrder(new Appended(winner), new Repeated(winner));
      door = winner.stream().equals(DOOR) ? winner.head() : door;
      gate = winner.stream().equals(DOOR) ? gate : winner.head();
    }
  }

  @Test
  void answers_each_of_many_writers_for_itself() {
    Commit known = ((Appended) store.append(commit(NO_GATE, "known"))).commit();
    List<Callable<AppendResult>> tasks = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      StreamHead own = StreamHead.empty(new StreamId("Counter", "own-" + i));
      NewCommit mine = commit(own, "own-" + i, 1 + i % 3);
      NewCommit stale = commit(NO_GATE, "stale-" + i);
      NewCommit repeat = commit(StreamHead.empty(new StreamId("Counter", "other-" + i)), "known");
      tasks.addAll(
          List.of(() -> store.append(mine), () -> store.append(stale), () -> store.append(repeat)));
    }

    List<AppendResult> results = Together.run(tasks);

    for (int i = 0; i < WRITERS; i++) {
      List<Commit> own = store.read(new StreamId("Counter", "own-" + i), 1, 10);
      assertThat(own).hasSize(1);
      assertThat(results.subList(3 * i, 3 * i + 3))
          .containsExactly(new Appended(own.getFirst()), new Conflict(), new Repeated(known));
      assertThat(store.read(new StreamId("Counter", "other-" + i), 1, 10)).isEmpty();
    }
    assertThat(store.read(GATE, 1, 10)).containsExactly(known);
  }

  @Test
  void refuses_what_is_too_large_and_harms_nobody_beside_it() {
    NewCommit large = commitWith(NO_DOOR, "large", "{\"text\":\"" + "x".repeat(950_000) + "\"}");
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      NewCommit small = commit(StreamHead.empty(new StreamId("Counter", "c" + i)), "c" + i);
      tasks.add(() -> store.append(small) instanceof Appended);
      tasks.add(() -> isTooLarge(large));
    }

    assertThat(Together.run(tasks)).containsOnly(true);
    assertThat(store.read(DOOR, 1, 10)).isEmpty();
    assertThat(store.read(new StreamId("Counter", "c0"), 1, 10)).hasSize(1);
  }

  private boolean isTooLarge(NewCommit wanted) {
    return catchThrowable(() -> store.append(wanted)) instanceof TooLarge;
  }

  @Test
  void stays_gapless_when_two_nodes_with_four_threads_each_command_one_aggregate() {
    List<Commit> appended = new ArrayList<>();
    List<Callable<List<CommandResult>>> tasks = new ArrayList<>();
    for (int node = 0; node < 2; node++) {
      CommandHandler handler =
          CounterFixtures.handlerOn(
              store,
              commit -> {
                synchronized (appended) {
                  appended.add(commit);
                }
              });
      for (int thread = 0; thread < 4; thread++) {
        String writer = node + "-" + thread;
        tasks.add(
            () -> IntStream.range(0, COMMANDS).mapToObj(i -> count(handler, writer, i)).toList());
      }
    }

    List<List<CommandResult>> results = Together.run(tasks);

    int all = 8 * COMMANDS;
    List<Long> sequences = LongStream.rangeClosed(1, all).boxed().toList();
    assertThat(results.stream().flatMap(List::stream).map(CommandResult::sequence).sorted())
        .isEqualTo(sequences);
    assertThat(
            eventsOf(store.read(CounterFixtures.DOOR_STREAM, 1, 2 * all))
                .map(EventEnvelope::sequence))
        .isEqualTo(sequences);
    assertThat(appended.stream().flatMap(commit -> commit.commands().stream()))
        .hasSize(all)
        .doesNotHaveDuplicates();
    Loaded<Counter> loaded =
        CounterFixtures.loaderOn(store).load(CounterFixtures.COUNTERS, CounterFixtures.DOOR_STREAM);
    assertThat(loaded.state()).isEqualTo(new Counter.Counting(all));
  }

  private static CommandResult count(CommandHandler handler, String writer, int number) {
    return handler.handle(
        new Count(CounterFixtures.DOOR, 1), CounterFixtures.context(writer + "-" + number));
  }

  private static Stream<EventEnvelope> eventsOf(List<Commit> commits) {
    return commits.stream().flatMap(commit -> commit.events().stream());
  }
}
