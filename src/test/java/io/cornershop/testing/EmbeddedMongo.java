package io.cornershop.testing;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import de.bwaldvogel.mongo.MongoServer;
import io.cornershop.launcher.mongo.DurableBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A database for a test class: the server of the local run inside the test's own process, or the
 * MongoDB that {@code -Dcornershop.test.mongodb.uri} names. Register it as a static extension.
 */
public final class EmbeddedMongo implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

  /** Held here, because a logger that nobody holds forgets its level. */
  private static final Logger SERVER_LOG = Logger.getLogger("de.bwaldvogel.mongo");

  private final List<MongoDatabase> used = new ArrayList<>();
  private Optional<MongoServer> server = Optional.empty();
  private final List<MongoClient> listened = new ArrayList<>();
  private MongoClient client;
  private String address;

  @Override
  public void beforeAll(ExtensionContext context) {
    address = connectionString();
    client = MongoClients.create(address);
  }

  private String connectionString() {
    return Optional.ofNullable(System.getProperty("cornershop.test.mongodb.uri"))
        .orElseGet(this::startServer);
  }

  private String startServer() {
    SERVER_LOG.setLevel(Level.OFF);
    MongoServer started = new MongoServer(DurableBackend.inMemory());
    server = Optional.of(started);
    return started.bindAndGetConnectionString();
  }

  /** An empty database, which goes after the test. */
  public MongoDatabase freshDatabase() {
    MongoDatabase database = client.getDatabase("cornershop_test_" + UUID.randomUUID());
    used.add(database);
    return database;
  }

  /** The same, and each command to it is told. */
  public MongoDatabase freshDatabase(CommandListener listener) {
    MongoClient told =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(address))
                .addCommandListener(listener)
                .build());
    listened.add(told);
    MongoDatabase database = told.getDatabase("cornershop_test_" + UUID.randomUUID());
    used.add(client.getDatabase(database.getName()));
    return database;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    used.forEach(MongoDatabase::drop);
    used.clear();
    listened.forEach(MongoClient::close);
    listened.clear();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    client.close();
    server.ifPresent(MongoServer::shutdownNow);
  }
}
