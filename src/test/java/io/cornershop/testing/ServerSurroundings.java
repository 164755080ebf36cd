package io.cornershop.testing;

import de.bwaldvogel.mongo.MongoServer;
import io.cornershop.launcher.mongo.DurableBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.arquillian.container.spi.event.container.AfterStop;
import org.jboss.arquillian.container.spi.event.container.BeforeStart;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * What the server of the in-container tests finds when it starts: an empty database, and the JDK
 * that runs the tests instead of the one on the PATH.
 */
public final class ServerSurroundings implements LoadableExtension {

  private static final Path SERVER_ENV =
      Path.of("target/liberty/wlp/usr/servers/cornershop-arquillian/server.env");

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(Surroundings.class);
  }

  /** Made by the test framework, once per run. */
  public static final class Surroundings {

    private final MongoServer database = new MongoServer(DurableBackend.inMemory());

    void open(@Observes BeforeStart event) {
      var address = database.bind();
      String uri = "mongodb://127.0.0.1:" + address.getPort();
      write(
          List.of("JAVA_HOME=" + System.getProperty("java.home"), "CORNERSHOP_MONGODB_URI=" + uri));
    }

    void close(@Observes AfterStop event) {
      database.shutdownNow();
    }

    private static void write(List<String> lines) {
      try {
        Files.write(SERVER_ENV, lines);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
