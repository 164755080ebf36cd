package io.cornershop.eventing.store.mongo;

import static io.cornershop.eventing.store.CommitFixtures.DOOR;
import static io.cornershop.eventing.store.CommitFixtures.NO_DOOR;
import static io.cornershop.eventing.store.CommitFixtures.commit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.AppendResult;
import io.cornershop.eventing.store.AppendResult.Appended;
import io.cornershop.eventing.store.AppendResult.Repeated;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.CommitFixtures;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.NewCommit;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.PositionLog.Entry;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.eventing.store.Together;
import io.cornershop.kernel.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What the adapters say when the database, or the way to it, fails. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MongoFaultsTest {

  /** Both complain at length about what is done to them here; held, so that they stay quiet. */
  private static final List<Logger> QUIET =
      List.of(Logger.getLogger("org.mongodb.driver"), Logger.getLogger("de.bwaldvogel.mongo"));

  private static final String INSERT = "insert";
  private static final String DATABASE = "cornershop";
  private static final int LOOK_MILLIS = 20;

  private final MongoServer server = new MongoServer(H2Backend.inMemory());
  private final CuttingProxy proxy = new CuttingProxy(server.bind());
  private final List<String> uncertain = new ArrayList<>();
  private MongoClient client;
  private StoreSetup setup;
  private EventStore store;
  private PositionLog log;

  @BeforeAll
  static void expectNoise() {
    QUIET.forEach(logger -> logger.setLevel(Level.OFF));
  }

  @BeforeEach
  void connect() {
    connect(20_000);
  }

  private void connect(int patienceMillis) {
    client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(proxy.connectionString()))
                .applyToClusterSettings(
                    s -> s.serverSelectionTimeout(patienceMillis, TimeUnit.MILLISECONDS))
                .applyToServerSettings(
                    s -> // looks soon again at a server that was lost
                    s.minHeartbeatFrequency(LOOK_MILLIS, TimeUnit.MILLISECONDS)
                            .heartbeatFrequency(LOOK_MILLIS, TimeUnit.MILLISECONDS))
                .build());
    openStores(new StoreSetup(client.getDatabase(DATABASE), true));
  }

  private void openStores(StoreSetup done) {
    setup = done;
    MongoDatabase database = client.getDatabase(DATABASE);
    store =
        new MongoEventStore(
            database, setup, StoreLimits.USUAL, CommitFixtures.CLOCK, uncertain::add);
    log = new MongoPositionLog(database, setup);
  }

  @AfterEach
  void disconnect() {
    client.close();
    proxy.close();
    server.shutdownNow();
  }

  private Commit append(NewCommit wanted) {
    assertThat(store.append(wanted)).isInstanceOf(Appended.class);
    return store.read(DOOR, wanted.onto().sequence() + 1, 1).getFirst();
  }

  private static void requireUnavailable(ThrowingCallable call) {
    Unavailable refusal = catchThrowableOfType(Unavailable.class, call);
    assertThat(refusal).hasMessage("The event store does not answer now; repeat with the same key");
    assertThat(refusal.retryAfter()).isPositive();
  }

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
  void entries_whose_answer_is_lost_show_at_the_head() {
    Entry first = Entry.NONE.next(append(commit(NO_DOOR, "a")));
    proxy.loseAnswersTo(INSERT);

    requireUnavailable(() -> log.append(List.of(first)));

    proxy.loseNothing();
    assertThat(log.head()).isEqualTo(first);
    assertThat(log.append(List.of(first))).isFalse();
  }

  @Test
  void a_closed_client_does_not_speak_for_itself() {
    client.close();

    requireUnavailable(() -> store.read(DOOR, 1, 1));
  }
}
