package io.cornershop.eventing.consuming.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.Channels;
import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.consuming.steering.InMemoryWishes;
import io.cornershop.testing.Await;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LostOffsetsTest {

  private final InMemoryWishes wishes = new InMemoryWishes();
  private final SimulatedPartition partition = new SimulatedPartition(wishes);

  @AfterEach
  void close() {
    partition.close();
  }

  @Test
  void without_an_offset_a_whole_log_is_read_from_its_beginning() {
    partition.stored(3).holding(0, 2).run();
    partition.awaitFinished(List.of(0L, 1L));
  }

  @Test
  void without_an_offset_what_a_log_has_lost_comes_from_the_store_first() {
    partition.stored(2).holding(3, 5).run();
    partition.awaitFinished(List.of(-1_000L, -2_000L, 3L, 4L));
    Await.holds("it commits", () -> partition.committed() == 5);
  }

  @Test
  void without_an_offset_a_topic_that_nobody_has_published_to_yet_lacks_all_that_was_published() {
    partition.marked("first", 0).known("second").stored(2).holding(0, 1).run();
    partition.awaitFinished(List.of(-1_000L, -2_000L, 0L));
    Await.holds("it commits", () -> partition.committed() == 1);
  }

  @Test
  void without_an_offset_a_topic_that_was_made_anew_lacks_what_was_published_before() {
    partition.marked("second", 2).known("second").stored(2).holding(0, 1).run();
    partition.awaitFinished(List.of(-1_000L, -2_000L, 0L));
  }

  @Test
  void without_an_offset_the_topic_that_has_all_that_was_published_lacks_nothing() {
    partition.marked("first", 0).known("first").stored(2).holding(0, 2).run();
    partition.awaitFinished(List.of(0L, 1L));
  }

  @Test
  void what_retention_took_before_it_was_handled_comes_from_the_store() {
    partition.stored(2).holding(3, 5).committedAt(1).run();
    partition.awaitFinished(List.of(-1_000L, -2_000L, 3L, 4L));
  }

  @Test
  void an_offset_behind_the_end_means_that_the_topic_is_another_one() {
    partition.stored(2).holding(0, 1).committedAt(7).run();
    partition.awaitFinished(List.of(-1_000L, -2_000L, 0L));
    Await.holds("it commits", () -> partition.committed() == 1);
  }

  @Test
  void an_offset_of_a_former_topic_of_the_name_says_nothing_about_a_longer_log_of_the_next() {
    partition.known("first").holding(0, 2).run();
    partition.awaitFinished(List.of(0L, 1L));
    Await.holds("it commits", () -> partition.committed() == 2);
    partition.close();
    partition.known("second").stored(2).holding(0, 3).run();
    partition.awaitFinished(List.of(0L, 1L, -1_000L, -2_000L, 0L, 1L, 2L));
    Await.holds("it commits", () -> partition.committed() == 3);
    partition.reopen();
    partition.await(List.of(0L, 1L, -1_000L, -2_000L, 0L, 1L, 2L));
  }

  @Test
  void a_topic_that_was_made_anew_during_a_pause_is_found_out_when_it_ends() {
    partition.known("first").stored(2).holding(0, 2).run();
    partition.awaitFinished(List.of(0L, 1L));
    wishes.change(Channels.PROJECTIONS, wish -> wish.paused(true));
    Await.holds("it pauses", () -> partition.state() == ConsumerStatus.State.PAUSED);
    partition.known("second");
    wishes.change(Channels.PROJECTIONS, wish -> wish.paused(false));
    partition.awaitFinished(List.of(0L, 1L, -1_000L, -2_000L, 0L, 1L));
  }

  @Test
  void an_offset_that_tells_no_topic_is_taken_as_it_is() {
    partition.known("first").stored(2).holding(0, 4).committedAt(2).run();
    partition.awaitFinished(List.of(2L, 3L));
  }

  @Test
  void nothing_is_committed_before_all_that_was_lost_is_handled() {
    partition.stored(2).holding(3, 5).run();
    partition.await(List.of(-1_000L, -2_000L, 3L, 4L));
    partition.finish(-1_000, 3, 4);
    partition.reopen();
    assertThat(partition.committed()).isEqualTo(-1);
    partition.await(List.of(-1_000L, -2_000L, 3L, 4L, -1_000L, -2_000L, 3L, 4L));
  }
}
