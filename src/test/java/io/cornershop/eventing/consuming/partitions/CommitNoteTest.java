package io.cornershop.eventing.consuming.partitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CommitNoteTest {

  @Test
  void reads_what_it_wrote() {
    CommitNote note = new CommitNote(5_000, unfinished(1_000, 1_001, 4_000));
    assertThat(CommitNote.read(1_000, note.text(1_000))).isEqualTo(note);
  }

  @Test
  void says_nothing_when_all_is_finished() {
    assertThat(new CommitNote(5_000, unfinished()).text(5_000)).isEmpty();
  }

  @Test
  void keeps_within_what_a_broker_takes_and_forgets_the_end() {
    SortedSet<Long> many =
        LongStream.range(0, 3_000)
            .map(i -> i * 40)
            .boxed()
            .collect(Collectors.toCollection(TreeSet::new));
    String text = new CommitNote(200_000, many).text(0);
    CommitNote read = CommitNote.read(0, text);
    assertThat(text.length()).isBetween(3_000, 4_096);
    assertThat(read.unfinished()).isEqualTo(many.headSet(read.next()));
    assertThat(read.finished(read.next() - 1)).isTrue();
    assertThat(read.finished(read.next())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "somebody else's",
        "finished1:",
        "finished1:5:",
        "finished1:-5:0",
        "finished1:5",
        "finished1:5:0,",
        "finished1:5:0,zzzzzzzzzzzzzzzzzzzz",
        "finished2:5:0"
      })
  void takes_any_other_text_as_nothing(String text) {
    assertThat(CommitNote.read(10, text)).isEqualTo(CommitNote.NONE);
  }

  private static SortedSet<Long> unfinished(long... offsets) {
    return new TreeSet<>(LongStream.of(offsets).boxed().toList());
  }
}
