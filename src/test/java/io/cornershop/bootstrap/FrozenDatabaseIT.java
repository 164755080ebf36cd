package io.cornershop.bootstrap;

import static io.cornershop.eventing.store.CommitFixtures.DOOR;
import static io.cornershop.eventing.store.CommitFixtures.NO_DOOR;
import static io.cornershop.eventing.store.CommitFixtures.commit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.cornershop.eventing.store.AppendResult;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.CommitFixtures;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.store.mongo.MongoEventStore;
import io.cornershop.eventing.store.mongo.StoreSetup;
import io.cornershop.kernel.Deadline;
import io.cornershop.kernel.Unavailable;
import io.cornershop.observability.Probe;
import io.cornershop.rest.idempotency.MongoAnsweredRequests;
import io.cornershop.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A database process that hangs, and requests that ask it again and again: the first operation
 * takes all the time there is, so no other is begun.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FrozenDatabaseIT {

  private static final Duration TIME = Duration.ofMillis(700);

  private final TestDatabase server = TestDatabase.start();
  private final List<String> begun = Collections.synchronizedList(new ArrayList<>());
  private final List<String> uncertain = new ArrayList<>();
  private final MongoClient client = Punctual.of(connect());
  private final MongoDatabase database = client.getDatabase("cornershop");
  private final EventStore store =
      new MongoEventStore(
          database,
          new StoreSetup(database, false),
          StoreLimits.USUAL,
          CommitFixtures.CLOCK,
          uncertain::add);
  private Commit first;

  private MongoClient connect() {
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(server.uri()))
            .addCommandListener(
                new CommandListener() {
                  @Override
                  public void commandStarted(CommandStartedEvent event) {
                    begun.add(event.getCommandName());
                  }
                })
            .build());
  }

  @BeforeEach
  void freeze() {
    first = ((AppendResult.Appended) store.append(commit(NO_DOOR, "a"))).commit();
    server.freeze();
    begun.clear();
  }

  @AfterEach
  void close() {
    server.thaw();
    client.close();
    server.close();
  }

  private static void requireUnavailable(Supplier<?> request) {
    assertThatThrownBy(() -> Deadline.during(TIME, request)).isInstanceOf(Unavailable.class);
  }

  @Test
  void an_append_ends_without_a_look_at_what_became_of_it_and_can_be_repeated() {
    requireUnavailable(() -> store.append(commit(first.head(), "b")));

    assertThat(begun).containsExactly("insert");
    assertThat(uncertain).containsExactly(Commit.idOf(DOOR, 2));
    server.thaw();
    assertThat(store.append(commit(first.head(), "b")))
        .isIn(
            new AppendResult.Appended(store.read(DOOR, 2, 1).getFirst()),
            new AppendResult.Repeated(store.read(DOOR, 2, 1).getFirst()));
  }

  @Test
  @Timeout(30)
  void readiness_says_that_it_does_not_answer_instead_of_waiting_for_it() {
    Probe probe = new Probes().database(database);

    assertThat(probe.required()).isTrue();
    assertThatThrownBy(probe.question()::call).isInstanceOf(Exception.class);
  }

  @Test
  void all_questions_of_a_request_share_its_time() {
    MongoAnsweredRequests requests = new MongoAnsweredRequests(database, CommitFixtures.CLOCK);
    requireUnavailable(
        () -> {
          assertThatThrownBy(() -> store.read(DOOR, 1, 1)).isInstanceOf(Unavailable.class);
          assertThatThrownBy(() -> requests.claim("id", "f")).isInstanceOf(Unavailable.class);
          return store.findByCommand(CommitFixtures.command("a"));
        });

    assertThat(begun).containsExactly("find");
  }
}
