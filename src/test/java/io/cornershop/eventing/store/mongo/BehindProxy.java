package io.cornershop.eventing.store.mongo;

import static io.cornershop.eventing.store.CommitFixtures.DOOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import io.cornershop.eventing.store.AppendResult.Appended;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.CommitFixtures;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.NewCommit;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.kernel.Unavailable;
import io.cornershop.launcher.mongo.DurableBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The adapters on a server, the way to which can lose answers. */
abstract class BehindProxy {

  /** Both complain at length about what is done to them here; held, so that they stay quiet. */
  static final List<Logger> QUIET =
      List.of(Logger.getLogger("org.mongodb.driver"), Logger.getLogger("de.bwaldvogel.mongo"));

  static final String INSERT = "insert";
  static final String DATABASE = "cornershop";
  static final int LOOK_MILLIS = 20;

  final MongoServer server = new MongoServer(DurableBackend.inMemory());
  final CuttingProxy proxy = new CuttingProxy(server.bind());
  final List<String> uncertain = new ArrayList<>();
  MongoClient client;
  StoreSetup setup;
  EventStore store;
  PositionLog log;

  @BeforeAll
  static void expectNoise() {
    QUIET.forEach(logger -> logger.setLevel(Level.OFF));
  }

  @BeforeEach
  void connect() {
    connect(20_000);
  }

  void connect(int patienceMillis) {
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

  void openStores(StoreSetup done) {
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

  Commit append(NewCommit wanted) {
    assertThat(store.append(wanted)).isInstanceOf(Appended.class);
    return store.read(DOOR, wanted.onto().sequence() + 1, 1).getFirst();
  }

  static void requireUnavailable(ThrowingCallable call) {
    Unavailable refusal = catchThrowableOfType(Unavailable.class, call);
    assertThat(refusal).hasMessage("The event store does not answer now; repeat with the same key");
    assertThat(refusal.retryAfter()).isPositive();
  }
}
