package io.cornershop.eventing.consuming.partitions;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.partitions.OffsetTracker.Committable;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OffsetTrackerTest {

  private final OffsetTracker fresh = new OffsetTracker();

  @Test
  void commits_nothing_before_the_first_record_of_an_uncommitted_partition() {
    assertThat(fresh.committable()).isEmpty();
  }

  @Test
  void stays_at_the_first_record_while_it_is_unfinished() {
    deliver(fresh, 10, 13);
    finish(fresh, 11, 12);
    assertThat(fresh.committable()).contains(committable(10, 14, 10, 13));
  }

  @Test
  void moves_over_everything_that_is_finished_without_a_gap() {
    deliver(fresh, 10, 13);
    finish(fresh, 12, 10, 11);
    assertThat(fresh.committable()).contains(committable(13, 14, 13));
  }

  @Test
  void moves_behind_the_last_record_when_all_are_finished() {
    deliver(fresh, 10, 13);
    finish(fresh, 13, 12, 11, 10);
    assertThat(fresh.committable()).contains(committable(14, 14));
  }

  @Test
  void steps_over_offsets_that_the_log_does_not_have() {
    fresh.delivered(3);
    fresh.delivered(40);
    finish(fresh, 3, 40);
    assertThat(fresh.committable()).contains(committable(41, 41));
  }

  @Test
  void keeps_the_committed_offset_until_a_record_comes() {
    assertThat(new OffsetTracker(7, CommitNote.NONE).committable()).contains(committable(7, 7));
  }

  @Test
  void holds_only_what_is_unfinished() {
    deliver(fresh, 0, 100_000);
    LongStream.rangeClosed(1, 100_000).forEach(fresh::finished);
    assertThat(fresh.unfinished()).isEqualTo(1);
  }

  @Test
  void handles_after_a_restart_only_what_was_not_finished() {
    deliver(fresh, 10, 20);
    finish(fresh, 11, 12, 14, 15, 16, 17, 18, 19);
    assertThat(redeliveredTo(restarted(fresh), 10, 22)).containsExactly(10L, 13L, 20L, 21L, 22L);
  }

  @Test
  void remembers_across_two_restarts_what_did_not_come_again_in_between() {
    deliver(fresh, 10, 20);
    finish(fresh, 11, 12, 14, 15, 16, 17, 18, 19);
    OffsetTracker second = restarted(fresh);
    deliver(second, 10, 12);
    finish(second, 10);
    assertThat(redeliveredTo(restarted(second), 13, 21)).containsExactly(13L, 20L, 21L);
  }

  @Test
  void handles_everything_when_the_log_begins_anew_below_the_committed_offset() {
    deliver(fresh, 10, 20);
    finish(fresh, 11, 12, 13);
    assertThat(redeliveredTo(restarted(fresh), 0, 14)).hasSize(15);
  }

  private static void deliver(OffsetTracker tracker, long from, long to) {
    LongStream.rangeClosed(from, to).forEach(tracker::delivered);
  }

  private static void finish(OffsetTracker tracker, long... offsets) {
    LongStream.of(offsets).forEach(tracker::finished);
  }

  private static OffsetTracker restarted(OffsetTracker before) {
    Committable last = before.committable().orElseThrow();
    String text = last.note().text(last.offset());
    return new OffsetTracker(last.offset(), CommitNote.read(last.offset(), text));
  }

  private static Collection<Long> redeliveredTo(OffsetTracker tracker, long from, long to) {
    return LongStream.rangeClosed(from, to).filter(tracker::delivered).boxed().toList();
  }

  private static Committable committable(long offset, long next, long... unfinished) {
    List<Long> open = LongStream.of(unfinished).boxed().toList();
    return new Committable(offset, new CommitNote(next, new TreeSet<>(open)));
  }
}
