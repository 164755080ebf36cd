package io.cornershop.eventing.store.mongo;

import static io.cornershop.eventing.store.CommitFixtures.DOOR;
import static io.cornershop.eventing.store.CommitFixtures.NO_DOOR;
import static io.cornershop.eventing.store.CommitFixtures.commit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.CommitFixtures;
import io.cornershop.eventing.store.PositionLog.Entry;
import io.cornershop.kernel.Unavailable;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What the adapters say when the database is not there at all. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MongoOutageTest extends BehindProxy {

  @Test
  void every_call_says_that_the_database_does_not_answer() {
    Commit first = append(commit(NO_DOOR, "a"));
    assertThat(log.append(List.of(Entry.NONE.next(first)))).isTrue();
    StoreSetup done = setup;
    client.close();
    server.shutdownNow();
    connect(50);
    openStores(done);

    requireUnavailable(() -> store.append(commit(NO_DOOR, "b")));
    requireUnavailable(() -> store.read(DOOR, 1, 1));
    requireUnavailable(() -> store.readAll(List.of(first.id())));
    requireUnavailable(() -> store.findByCommand(CommitFixtures.command("a")));
    requireUnavailable(() -> store.findPending(1));
    requireUnavailable(() -> store.unmarkPending(List.of(first.id())));
    requireUnavailable(() -> log.head());
    requireUnavailable(() -> log.append(List.of(Entry.NONE.next(first))));
    requireUnavailable(() -> log.readAfter(0, 1));
    requireUnavailable(() -> log.numbersOf(List.of(first.id())));
    requireUnavailable(() -> log.published());
    requireUnavailable(() -> log.markPublished(1));
  }

  @Test
  void a_store_that_was_not_there_at_the_start_is_found_later() {
    proxy.loseAnswersTo(DATABASE);
    requireUnavailable(() -> store.epoch());

    proxy.loseNothing();

    assertThat(store.epoch()).isNotBlank();
  }

  @Test
  void an_interrupted_caller_stays_interrupted() {
    append(commit(NO_DOOR, "a"));
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> store.read(DOOR, 1, 1)).isInstanceOf(Unavailable.class);

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void a_closed_client_does_not_speak_for_itself() {
    client.close();

    requireUnavailable(() -> store.read(DOOR, 1, 1));
  }
}
