package io.cornershop.eventing.store;

import static io.cornershop.eventing.store.CommitFixtures.DOOR;
import static io.cornershop.eventing.store.CommitFixtures.GATE;
import static io.cornershop.eventing.store.CommitFixtures.history;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.PositionLog.Entry;
import io.cornershop.eventing.store.PositionLog.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every position log does. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class PositionLogContract {

  private PositionLog log;

  /** An empty log. */
  protected abstract PositionLog emptyLog();

  /** The same log as another process sees it. */
  protected abstract PositionLog sameLogElsewhere();

  @BeforeEach
  void openAnEmptyLog() {
    log = emptyLog();
  }

  private static List<Entry> entriesBehind(Entry last, List<Commit> commits) {
    List<Entry> entries = new ArrayList<>();
    Entry head = last;
    for (Commit commit : commits) {
      head = head.next(commit);
      entries.add(head);
    }
    return entries;
  }

  private static List<Commit> commits(StreamId stream, int count) {
    int[] sizes = new int[count];
    Arrays.fill(sizes, 1);
    return history(stream, sizes);
  }

  private List<Entry> fill(int count) {
    List<Entry> entries = entriesBehind(Entry.NONE, commits(DOOR, count));
    assertThat(log.append(entries)).isTrue();
    return entries;
  }

  @Test
  void begins_with_nothing_and_goes_on_from_its_head() {
    assertThat(log.head()).isEqualTo(Entry.NONE);

    List<Entry> first = fill(3);
    assertThat(log.head()).isEqualTo(first.getLast());
    List<Entry> second = entriesBehind(log.head(), commits(GATE, 2));
    assertThat(log.append(second)).isTrue();

    assertThat(log.head()).isEqualTo(second.getLast());
    assertThat(log.readAfter(0, 10))
        .startsWith(first.toArray(Entry[]::new))
        .endsWith(second.toArray(Entry[]::new));
    assertThat(log.readAfter(0, 10)).extracting(Entry::number).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void reads_in_pages_up_to_the_end() {
    List<Entry> entries = fill(7);

    assertThat(log.readAfter(0, 3)).isEqualTo(entries.subList(0, 3));
    assertThat(log.readAfter(3, 3)).isEqualTo(entries.subList(3, 6));
    assertThat(log.readAfter(6, 3)).isEqualTo(entries.subList(6, 7));
    assertThat(log.readAfter(7, 3)).isEmpty();
  }

  @Test
  void reads_lines_in_pages_as_it_reads_entries() {
    List<Line> lines = fill(7).stream().map(Line::of).toList();

    assertThat(log.linesAfter(0, 3)).isEqualTo(lines.subList(0, 3));
    assertThat(log.linesAfter(3, 300)).isEqualTo(lines.subList(3, 7));
    assertThat(log.linesAfter(7, 3)).isEmpty();
  }

  @Test
  void reads_more_at_once_than_the_first_answer_of_a_database_usually_has() {
    List<Entry> entries = fill(250);

    assertThat(log.readAfter(0, 300)).isEqualTo(entries);
    assertThat(log.linesAfter(0, 300)).isEqualTo(entries.stream().map(Line::of).toList());
  }

  @Test
  void a_line_tells_what_a_reader_of_the_commit_has_to_know() {
    Commit commit = history(DOOR, 3).getFirst();
    log.append(List.of(Entry.NONE.next(commit)));

    assertThat(log.linesAfter(0, 10))
        .containsExactly(
            new Line(1, commit.id(), List.of(commit.events().getFirst().type().name()), 3));
  }

  @Test
  void refuses_a_number_that_is_taken() {
    List<Entry> entries = fill(3);

    assertThat(log.append(entriesBehind(entries.get(1), commits(GATE, 4)))).isFalse();

    assertThat(log.readAfter(0, 10)).isEqualTo(entries);
    assertThat(log.append(entriesBehind(log.head(), commits(GATE, 4)))).isTrue();
  }

  @Test
  void gives_a_commit_one_number_only() {
    List<Entry> entries = fill(3);
    List<Commit> wanted = new ArrayList<>(commits(GATE, 2));
    wanted.add(commits(DOOR, 1).getFirst());
    wanted.addAll(commits(GATE, 3).subList(2, 3));

    assertThat(log.append(entriesBehind(entries.getLast(), wanted))).isFalse();

    assertThat(log.readAfter(0, 10)).extracting(Entry::number).startsWith(1L, 2L, 3L);
    assertThat(log.readAfter(0, 10))
        .hasSizeLessThanOrEqualTo(5)
        .hasSameElementsAs(log.readAfter(0, 5));
    assertThat(log.numbersOf(List.of(wanted.get(2).id())))
        .isEqualTo(Map.of(wanted.get(2).id(), 1L));
  }

  @Test
  void refuses_entries_that_would_leave_a_gap() {
    List<Entry> entries = fill(2);
    List<Entry> following = entriesBehind(entries.getLast(), commits(GATE, 3));

    assertThat(log.append(following.subList(1, 3))).isFalse();
    assertThatThrownBy(() -> log.append(List.of(following.get(0), following.get(2))))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(log.head()).isEqualTo(entries.getLast());
    assertThat(log.append(following)).isTrue();
  }

  @Test
  void tells_the_numbers_of_commits_that_have_one() {
    fill(3);
    List<Commit> doors = commits(DOOR, 4);

    assertThat(log.numbersOf(List.of(doors.get(3).id(), doors.get(2).id(), doors.get(0).id())))
        .isEqualTo(Map.of(doors.get(0).id(), 1L, doors.get(2).id(), 3L));
  }

  @Test
  void moves_the_published_mark_forward_only() {
    assertThat(log.published()).isZero();

    log.markPublished(7);
    log.markPublished(3);

    assertThat(log.published()).isEqualTo(7);
    assertThat(sameLogElsewhere().published()).isEqualTo(7);
  }

  @Test
  void knows_the_topic_of_each_name_that_was_marked_last() {
    TopicMark first = new TopicMark("doors.events", "id-1", 0);
    TopicMark other = new TopicMark("gates.events", "id-2", 0);
    TopicMark second = new TopicMark("doors.events", "id-3", 7);
    assertThat(log.topic("doors.events")).isEmpty();

    assertThat(log.markTopic(Optional.empty(), first)).isTrue();
    assertThat(log.markTopic(Optional.empty(), other)).isTrue();
    assertThat(log.markTopic(Optional.of(first), second)).isTrue();

    assertThat(sameLogElsewhere().topic("doors.events")).hasValue(second);
    assertThat(sameLogElsewhere().topic("gates.events")).hasValue(other);
    assertThat(log.published()).isZero();
  }

  @Test
  void refuses_the_mark_of_a_topic_that_another_has_marked_meanwhile() {
    TopicMark first = new TopicMark("doors.events", "id-1", 0);
    TopicMark late = new TopicMark("doors.events", "id-2", 5);
    assertThat(log.markTopic(Optional.empty(), first)).isTrue();

    assertThat(log.markTopic(Optional.empty(), late)).isFalse();
    assertThat(log.markTopic(Optional.of(late), late)).isFalse();

    assertThat(log.topic("doors.events")).hasValue(first);
  }

  @Test
  void shows_its_head_to_a_process_that_has_never_seen_it() {
    Entry head = Entry.NONE;
    for (int batch = 0; batch < 8; batch++) {
      List<Entry> entries = entriesBehind(head, commits(new StreamId("Counter", "c" + batch), 130));
      assertThat(log.append(entries)).isTrue();
      head = entries.getLast();
      assertThat(sameLogElsewhere().head()).isEqualTo(head);
    }
  }

  @Test
  void lets_one_of_two_writers_go_on() {
    List<Entry> mine = entriesBehind(log.head(), commits(DOOR, 5));
    PositionLog other = sameLogElsewhere();
    List<Entry> theirs = entriesBehind(other.head(), commits(GATE, 5));

    List<Boolean> results = Together.run(() -> log.append(mine), () -> other.append(theirs));

    List<Entry> read = log.readAfter(0, 20);
    assertThat(results).contains(false);
    assertThat(read).isNotEmpty();
    assertThat(read)
        .extracting(Entry::number)
        .isEqualTo(LongStream.rangeClosed(1, read.size()).boxed().toList());
    assertThat(read).extracting(Entry::commitId).doesNotHaveDuplicates();
    assertThat(log.head()).isEqualTo(other.head()).isEqualTo(read.getLast());
  }
}
