package io.cornershop.eventing.store.mongo;

import static io.cornershop.eventing.store.CommitFixtures.DOOR;
import static io.cornershop.eventing.store.CommitFixtures.history;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.store.Commit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StreamReaderTest {

  private final List<Integer> windows = new ArrayList<>();

  private Function<Collection<String>, List<Commit>> lookupIn(List<Commit> commits) {
    return ids -> {
      windows.add(ids.size());
      return commits.stream().filter(commit -> ids.contains(commit.id())).toList().reversed();
    };
  }

  private static List<Commit> without(List<Commit> commits, int... indexes) {
    List<Commit> rest = new ArrayList<>(commits);
    Arrays.stream(indexes).forEach(index -> rest.remove(commits.get(index)));
    return rest;
  }

  private static List<Commit> single(int count) {
    int[] sizes = new int[count];
    Arrays.fill(sizes, 1);
    return history(DOOR, sizes);
  }

  @Test
  void asks_once_for_a_short_stream_and_in_growing_windows_for_a_long_one() {
    assertThat(new StreamReader(lookupIn(List.of())).read(DOOR, 1, 100)).isEmpty();
    assertThat(new StreamReader(lookupIn(single(3))).read(DOOR, 1, 100)).hasSize(3);
    assertThat(windows).containsExactly(32, 32);
    windows.clear();

    assertThat(new StreamReader(lookupIn(single(500))).read(DOOR, 1, 1_000)).hasSize(500);

    assertThat(windows).containsExactly(32, 64, 128, 128, 128, 128);
  }

  @Test
  void finds_its_way_over_commits_of_many_events() {
    List<Commit> commits = history(DOOR, 1, 40, 3, 1_000, 1, 200, 16, 1);

    assertThat(new StreamReader(lookupIn(commits)).read(DOOR, 1, 100)).isEqualTo(commits);
    assertThat(new StreamReader(lookupIn(commits)).read(DOOR, 2, 2))
        .isEqualTo(commits.subList(1, 3));
  }

  @Test
  void stops_at_a_missing_commit() {
    List<Commit> commits = single(10);

    for (int missing : new int[] {0, 1, 5, 8}) {
      StreamReader reader = new StreamReader(lookupIn(without(commits, missing)));
      assertThatThrownBy(() -> reader.read(DOOR, 1, 100))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Counter/door is damaged");
    }
    StreamReader fromTheMiddle = new StreamReader(lookupIn(without(commits, 4)));
    assertThatThrownBy(() -> fromTheMiddle.read(DOOR, 5, 100))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void reads_nothing_from_inside_a_commit() {
    StreamReader reader = new StreamReader(lookupIn(history(DOOR, 2, 5, 2)));

    assertThat(reader.read(DOOR, 4, 100)).isEmpty();
    assertThat(reader.read(DOOR, 9, 100)).isEmpty();
  }

  @Test
  void looks_again_when_commits_come_while_it_looks() {
    List<Commit> commits = single(6);
    List<Commit> torn = without(commits, 3, 4);
    Function<Collection<String>, List<Commit>> first = lookupIn(torn);
    Function<Collection<String>, List<Commit>> second = lookupIn(commits);

    StreamReader reader =
        new StreamReader(ids -> windows.isEmpty() ? first.apply(ids) : second.apply(ids));

    assertThat(reader.read(DOOR, 1, 100)).isEqualTo(commits);
  }
}
