package io.cornershop.testing;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The local run's database in a JVM of its own, with its data on disk: it survives the tests' nodes
 * and can be killed itself.
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback, AutoCloseable {

  private TestServer server;
  private MongoClient client;

  /** An empty database; returns when it answers. */
  public static TestDatabase start() {
    TestDatabase started = new TestDatabase();
    started.open();
    return started;
  }

  private void open() {
    server = TestServer.start("io.cornershop.launcher.EmbeddedMongo", "mongo");
    client = MongoClients.create(uri());
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    open();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close();
  }

  public String uri() {
    return "mongodb://127.0.0.1:" + server.port();
  }

  /** A client of its own, open as long as this is. */
  public MongoClient client() {
    return client;
  }

  /** Stops in order, keeping the data. */
  @Override
  public void close() {
    client.close();
    server.stop();
  }

  /** Ends the server at once, as a power failure of its process would. */
  public void kill() {
    server.kill();
  }

  /** Stops to answer, but stays, as on a machine that hangs. */
  public void freeze() {
    server.freeze();
  }

  /** Goes on after {@link #freeze}. */
  public void thaw() {
    server.thaw();
  }

  /** Starts again, on the same port and data, after {@link #kill}. */
  public void restart() {
    server.restart();
  }
}
