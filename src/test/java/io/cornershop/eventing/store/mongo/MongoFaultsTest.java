package io.cornershop.eventing.store.mongo;

import static io.cornershop.eventing.store.CommitFixtures.DOOR;
import static io.cornershop.eventing.store.CommitFixtures.NO_DOOR;
import static io.cornershop.eventing.store.CommitFixtures.commit;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.AppendResult;
import io.cornershop.eventing.store.AppendResult.Appended;
import io.cornershop.eventing.store.AppendResult.Repeated;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.NewCommit;
import io.cornershop.eventing.store.PositionLog.Entry;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.eventing.store.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What the adapters say when the database, or the way to it, fails. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MongoFaultsTest extends BehindProxy {

  @Test
  void an_append_whose_answer_is_lost_is_looked_up_and_found() {
    Commit first = append(commit(NO_DOOR, "a"));
    proxy.loseAnswersTo(INSERT);

    AppendResult result = store.append(commit(first.head(), "b"));

    List<Commit> read = store.read(DOOR, 1, 10);
    assertThat(read).hasSize(2);
    assertThat(result).isEqualTo(new Appended(read.getLast()));
    assertThat(uncertain).containsExactly(read.getLast().id());
  }

  @Test
  void a_repeat_whose_answer_is_lost_is_still_a_repeat() {
    Commit first = append(commit(NO_DOOR, "a"));
    proxy.loseAnswersTo(INSERT);

    assertThat(store.append(commit(first.head(), "a"))).isEqualTo(new Repeated(first));
  }

  @Test
  void an_append_that_cannot_be_looked_up_is_uncertain_and_can_be_repeated() {
    Commit first = append(commit(NO_DOOR, "a"));
    NewCommit second = commit(first.head(), "b");
    proxy.loseAnswersTo(DATABASE);

    requireUnavailable(() -> store.append(second));

    assertThat(uncertain).containsExactly(Commit.idOf(DOOR, 2));
    proxy.loseNothing();
    Commit written = store.read(DOOR, 2, 10).getFirst();
    assertThat(store.append(second)).isEqualTo(new Repeated(written));
    assertThat(store.read(DOOR, 1, 10)).containsExactly(first, written);
  }

  @Test
  void each_append_of_a_group_whose_answer_is_lost_is_looked_up_for_itself() {
    Commit first = append(commit(NO_DOOR, "a"));
    proxy.loseAnswersTo(INSERT);

    List<Callable<AppendResult>> appends = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      StreamHead own = StreamHead.empty(new StreamId("Counter", "c" + i));
      NewCommit fresh = commit(own, "fresh-" + i);
      NewCommit repeat = commit(StreamHead.empty(new StreamId("Counter", "r" + i)), "a");
      appends.add(() -> store.append(fresh));
      appends.add(() -> store.append(repeat));
    }
    List<AppendResult> results = Together.run(appends);

    for (int i = 0; i < 8; i++) {
      List<Commit> read = store.read(new StreamId("Counter", "c" + i), 1, 10);
      assertThat(read).hasSize(1);
      assertThat(results.subList(2 * i, 2 * i + 2))
          .containsExactly(new Appended(read.getFirst()), new Repeated(first));
    }
    assertThat(store.findPending(100)).hasSize(9);
  }

  @Test
  void entries_whose_answer_is_lost_show_at_the_head() {
    Entry first = Entry.NONE.next(append(commit(NO_DOOR, "a")));
    proxy.loseAnswersTo(INSERT);

    requireUnavailable(() -> log.append(List.of(first)));

    proxy.loseNothing();
    assertThat(log.head()).isEqualTo(first);
    assertThat(log.append(List.of(first))).isFalse();
  }
}
