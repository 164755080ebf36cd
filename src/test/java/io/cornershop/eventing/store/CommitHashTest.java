package io.cornershop.eventing.store;

import static io.cornershop.eventing.store.CommitFixtures.DOOR;
import static io.cornershop.eventing.store.CommitFixtures.NOON;
import static io.cornershop.eventing.store.CommitFixtures.NO_DOOR;
import static io.cornershop.eventing.store.CommitFixtures.commitOf;
import static io.cornershop.eventing.store.CommitFixtures.commitWith;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The literals here are what stored histories were sealed with: they can never change. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CommitHashTest {

  private static final Commit FIRST =
      commitWith(NO_DOOR, "a", "{\"total\":1,\"name\":\"Café\"}").toCommit(NOON, "epoch-1");
  private static final Commit SECOND = commitOf(FIRST.head(), "b", "c").toCommit(NOON, "epoch-1");

  @Test
  void of_a_known_commit_is_known() {
    assertThat(FIRST.hash())
        .isEqualTo("513887dbfb042eec610a6b650c2950efc75858220fd393aa71a9a574cc09aaf3");
    assertThat(SECOND.hash())
        .isEqualTo("d7a3f5d35adade25750b7044184eb861009c8192de49f4079b716f26d29b93b0");
  }

  @Test
  void of_a_known_position_is_known() {
    assertThat(PositionLog.Entry.NONE.next(FIRST).next(SECOND).chainHash())
        .isEqualTo("d5649358956eefc7f612ffab6f76d3eb5d77c5d2e5b1d02485afa8d92acc3b72");
  }

  @Test
  void changes_with_every_field_of_the_commit() {
    List<Commit> changed =
        List.of(
            commitWith(NO_DOOR, "b", "{\"total\":1,\"name\":\"Café\"}").toCommit(NOON, "epoch-1"),
            commitWith(NO_DOOR, "a", "{\"total\":2,\"name\":\"Café\"}").toCommit(NOON, "epoch-1"),
            commitWith(NO_DOOR, "a", "{\"total\":1,\"name\":\"Café\"}").toCommit(NOON, "epoch-2"),
            commitWith(NO_DOOR, "a", "{\"total\":1,\"name\":\"Café\"}")
                .toCommit(NOON.plusMillis(1), "epoch-1"),
            commitWith(CommitFixtures.NO_GATE, "a", "{\"total\":1,\"name\":\"Café\"}")
                .toCommit(NOON, "epoch-1"),
            commitWith(onto("x", ""), "a", "{\"total\":1}").toCommit(NOON, "epoch-1"),
            commitWith(onto("", "x"), "a", "{\"total\":1}").toCommit(NOON, "epoch-1"),
            FIRST);

    assertThat(changed).extracting(Commit::hash).doesNotHaveDuplicates();
  }

  private static StreamHead onto(String commitId, String hash) {
    return new StreamHead(DOOR, 0, commitId, hash, NOON);
  }

  @Test
  void does_not_cover_itself() {
    assertThat(CommitHash.of(FIRST.hashed("another"))).isEqualTo(FIRST.hash());
  }
}
