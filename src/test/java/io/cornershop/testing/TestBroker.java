package io.cornershop.testing;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real Kafka broker in a JVM of its own, for one test class. */
public final class TestBroker implements BeforeAllCallback, AfterAllCallback, AutoCloseable {

  static final String MAIN = "io.cornershop.launcher.EmbeddedKafka";

  private TestServer server;

  /** An empty broker; returns when it answers. */
  public static TestBroker start() {
    TestBroker started = new TestBroker();
    started.open();
    return started;
  }

  private void open() {
    server = TestServer.start(MAIN, "kafka");
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    open();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close();
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + server.port();
  }

  /** Stops the broker in order, keeping its data. */
  @Override
  public void close() {
    server.stop();
  }

  /** Ends the broker at once, as a power failure of its process would. */
  public void kill() {
    server.kill();
  }

  /** Starts the broker again, on the same port and data, after {@link #kill} or {@link #close}. */
  public void restart() {
    server.restart();
  }
}
