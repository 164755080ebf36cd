package io.cornershop.eventing.consuming.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.Channels;
import io.cornershop.eventing.consuming.ConsumerStatus.State;
import io.cornershop.eventing.consuming.steering.InMemoryWishes;
import io.cornershop.eventing.consuming.steering.SeekTarget;
import io.cornershop.testing.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SteeringTest {

  private static final String CHANNEL = Channels.PROJECTIONS;
  private static final SeekTarget BEGINNING = new SeekTarget.Beginning();

  private final InMemoryWishes wishes = new InMemoryWishes();
  private final SimulatedPartition partition = new SimulatedPartition(wishes);

  @AfterEach
  void close() {
    partition.close();
  }

  @Test
  void a_paused_channel_polls_nothing_until_it_is_resumed() {
    wishes.change(CHANNEL, wish -> wish.paused(true));
    partition.holding(0, 5).run();
    Await.holds("it is paused", () -> partition.state() == State.PAUSED);
    assertThat(partition.offsets()).isEmpty();
    wishes.change(CHANNEL, wish -> wish.paused(false));
    partition.awaitFinished(offsets(0, 5));
  }

  @Test
  void a_channel_waits_while_it_is_not_known_whether_it_is_paused() {
    partition.withoutWishes(true).holding(0, 5).run();
    Await.holds("it is paused", () -> partition.state() == State.PAUSED);
    assertThat(partition.offsets()).isEmpty();
    partition.withoutWishes(false);
    partition.awaitFinished(offsets(0, 5));
  }

  @Test
  void a_partition_goes_back_to_the_beginning_once() {
    partition.holding(0, 5).run();
    partition.awaitFinished(offsets(0, 5));
    wishes.change(CHANNEL, wish -> wish.seeking(BEGINNING, "ask-1"));
    partition.awaitFinished(offsets(0, 5, 0, 5));
    Await.holds("it is noted", () -> wishes.of(CHANNEL).carriedOut().equals(done(1)));
    Await.holds("it commits", () -> partition.committed() == 5);
    partition.reopen();
    assertThat(partition.offsets()).isEqualTo(offsets(0, 5, 0, 5));
  }

  @Test
  void a_partition_goes_back_to_an_offset() {
    partition.holding(0, 5).run();
    partition.awaitFinished(offsets(0, 5));
    wishes.change(CHANNEL, wish -> wish.seeking(partition.at(3), "ask-2"));
    partition.awaitFinished(offsets(0, 5, 3, 5));
  }

  @Test
  void a_target_ahead_of_what_is_finished_skips_nothing() {
    partition.holding(0, 5).run();
    partition.await(offsets(0, 5));
    wishes.change(CHANNEL, wish -> wish.seeking(partition.at(4), "ask-3"));
    Await.holds("it is noted", () -> wishes.of(CHANNEL).carriedOut().equals(done(1)));
    partition.awaitFinished(offsets(0, 5));
    Await.holds("it commits", () -> partition.committed() == 5);
  }

  @Test
  void a_seek_that_nobody_could_carry_out_is_carried_out_by_the_next_owner() {
    partition.holding(0, 5).committedAt(5);
    wishes.change(CHANNEL, wish -> wish.seeking(BEGINNING, "ask-4"));
    partition.run();
    partition.awaitFinished(offsets(0, 5));
    Await.holds("it is noted", () -> wishes.of(CHANNEL).carriedOut().equals(done(1)));
  }

  @Test
  void a_seek_to_a_position_brings_what_lies_behind_it_from_the_store() {
    partition.stored(4).holding(0, 5).committedAt(5);
    wishes.change(CHANNEL, wish -> wish.seeking(new SeekTarget.Position(2_000), "ask-5"));
    partition.run();
    partition.awaitFinished(List.of(-2_000L, -3_000L, -4_000L));
    Await.holds("it is noted", () -> wishes.of(CHANNEL).carriedOut().equals(done(1)));
    assertThat(partition.committed()).isEqualTo(5);
  }

  @Test
  void a_seek_to_the_beginning_of_a_cut_log_brings_all_of_history() {
    partition.stored(2).holding(3, 5).committedAt(5);
    wishes.change(CHANNEL, wish -> wish.seeking(BEGINNING, "ask-6"));
    partition.run();
    partition.awaitFinished(List.of(-1_000L, -2_000L, 3L, 4L));
    Await.holds("it commits", () -> partition.committed() == 5);
  }

  private static Map<String, Long> done(long number) {
    return Map.of(SimulatedPartition.PARTITION.topic() + "/0", number);
  }

  private static List<Long> offsets(long... bounds) {
    List<Long> offsets = new ArrayList<>();
    for (int i = 0; i < bounds.length; i += 2) {
      LongStream.range(bounds[i], bounds[i + 1]).forEach(offsets::add);
    }
    return offsets;
  }
}
