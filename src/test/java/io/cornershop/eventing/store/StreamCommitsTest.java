package io.cornershop.eventing.store;

import static io.cornershop.eventing.store.CommitFixtures.DOOR;
import static io.cornershop.eventing.store.CommitFixtures.GATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StreamCommitsTest {

  private final EventStore store = new InMemoryEventStore(StoreLimits.USUAL, CommitFixtures.CLOCK);
  private final StreamCommits commits = new StreamCommits(store);

  private List<Commit> filled(int... sizes) {
    List<Commit> written = new ArrayList<>();
    StreamHead head = StreamHead.empty(DOOR);
    for (int size : sizes) {
      NewCommit next = CommitFixtures.commit(head, "c" + head.sequence(), size);
      if (store.append(next) instanceof AppendResult.Appended appended) {
        written.add(appended.commit());
        head = appended.commit().head();
      }
    }
    return written;
  }

  @Test
  void hold_every_sequence_of_the_stream_and_no_other() {
    List<Commit> written = filled(1, 3, 40, 1_000, 1, 17);

    for (Commit commit : written) {
      assertThat(commits.holding(DOOR, commit.firstSequence())).isEqualTo(Optional.of(commit));
      assertThat(commits.holding(DOOR, commit.lastSequence())).isEqualTo(Optional.of(commit));
    }
    assertThat(commits.holding(DOOR, 0)).isEmpty();
    assertThat(commits.holding(DOOR, 1_063)).isEmpty();
    assertThat(commits.holding(GATE, 1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 49, 50, 51, 52, 300})
  void end_with_the_last_however_many_there_are(int count) {
    Random random = new Random(count);
    List<Commit> written = filled(random.ints(count, 1, 60).toArray());

    assertThat(commits.last(DOOR)).isEqualTo(written.stream().reduce((a, b) -> b));
  }

  @Test
  void end_with_the_last_also_when_they_are_long() {
    List<Commit> written = filled(new Random(7).ints(70, 1, 1_001).toArray());

    assertThat(commits.last(DOOR)).isEqualTo(Optional.of(written.getLast()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 49, 50, 51, 100, 101})
  void are_read_in_pages_to_the_end(int count) {
    List<Commit> written = filled(new Random(count).ints(count, 1, 60).toArray());

    assertThat(commits.pages(DOOR, 1).flatMap(List::stream).toList()).isEqualTo(written);
    assertThat(commits.pages(GATE, 1)).isEmpty();
  }

  @Test
  void are_read_from_any_on() {
    List<Commit> written = filled(1, 2, 500, 3);

    assertThat(commits.pages(DOOR, 4).flatMap(List::stream).toList())
        .isEqualTo(written.subList(2, 4));
  }

  @Test
  void are_followed_back_to_the_first() {
    List<Commit> written = filled(1, 2, 500, 3, 1, 1);

    List<Commit> back = new ArrayList<>(List.of(written.getLast()));
    List<Commit> page = commits.before(written.getLast());
    while (!page.isEmpty()) {
      back.addAll(page.reversed());
      page = commits.before(page.getFirst());
    }

    assertThat(back.reversed()).isEqualTo(written);
  }
}
