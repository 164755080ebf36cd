package io.cornershop.testing;

/** A real Kafka broker in a JVM of its own, for one test class. */
public final class TestBroker implements AutoCloseable {

  private final TestServer server;

  private TestBroker(TestServer server) {
    this.server = server;
  }

  /** An empty broker; returns when it answers. */
  public static TestBroker start() {
    return new TestBroker(TestServer.start("io.cornershop.launcher.EmbeddedKafka", "kafka"));
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
