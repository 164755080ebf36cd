package io.cornershop.testing;

/**
 * The local run's database in a JVM of its own, with its data on disk: it survives the tests' nodes
 * and can be killed itself.
 */
public final class TestDatabase implements AutoCloseable {

  private final TestServer server;

  private TestDatabase(TestServer server) {
    this.server = server;
  }

  /** An empty database; returns when it answers. */
  public static TestDatabase start() {
    return new TestDatabase(TestServer.start("io.cornershop.launcher.EmbeddedMongo", "mongo"));
  }

  public String uri() {
    return "mongodb://127.0.0.1:" + server.port();
  }

  /** Stops in order, keeping the data. */
  @Override
  public void close() {
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

  /** Starts again, on the same port and data, after {@link #kill} or {@link #close}. */
  public void restart() {
    server.restart();
  }
}
