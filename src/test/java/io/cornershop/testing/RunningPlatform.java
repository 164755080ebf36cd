package io.cornershop.testing;

import io.cornershop.testing.death.Death;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The whole platform, running, for tests that see it from outside. Tests that leave it running
 * share one; a test that kills it either starts it again or has one of its own.
 */
public final class RunningPlatform implements AutoCloseable {

  static final Path PARENT = Path.of("target", "platform");

  private final LauncherProcess launcher;

  private RunningPlatform(LauncherProcess launcher) {
    this.launcher = launcher;
  }

  /** The one for everybody, started by the first who asks, stopped after the last test. */
  public static RunningPlatform shared() {
    return Shared.PLATFORM;
  }

  /** A platform without any data; returns when it is ready. */
  public static RunningPlatform start(String name) {
    RunningPlatform platform = prepare(name);
    platform.restart();
    return platform;
  }

  /** A platform without any data, which does not run yet. */
  public static RunningPlatform prepare(String name) {
    Path folder = PARENT.resolve(name);
    delete(folder.resolve("data"));
    return new RunningPlatform(new LauncherProcess(folder));
  }

  /** Without a path: the API begins at {@code /api}. */
  public URI baseUri() {
    return URI.create("http://127.0.0.1:" + launcher.httpPort());
  }

  /** The broker, for an independent client. */
  public String kafka() {
    return "127.0.0.1:" + launcher.kafkaPort();
  }

  /** The database server, for an independent client. */
  public String mongoUri() {
    return "mongodb://127.0.0.1:" + launcher.mongoPort();
  }

  /** Where its mails can be read. */
  public URI inbox() {
    return URI.create("http://127.0.0.1:" + launcher.inboxPort());
  }

  /** SIGKILL for the application server only; the others follow in order. */
  public void killApplication() {
    launcher.killApplication();
  }

  /** SIGKILL for the launcher only; everything else follows in order. */
  public void killLauncher() {
    launcher.kill();
  }

  /** SIGKILL for every process at once. */
  public void killEverything() {
    launcher.killEverything();
  }

  /** Starts it again, on the same data and ports; returns when it is ready. */
  public void restart() {
    launcher.start();
    launcher.await(this::isReady);
  }

  /** A platform without any data and with these settings; returns when it is ready. */
  public static RunningPlatform startWith(String name, Map<String, String> environment) {
    RunningPlatform platform = prepare(name);
    platform.launcher.inEnvironment(environment);
    platform.restart();
    return platform;
  }

  /**
   * Starts it again, to die there, and returns when it is ready, or has died before; {@link
   * #awaitEnd} tells when all its processes have ended.
   */
  public void restartToDie(Death death) {
    launcher.inEnvironment(death.environment());
    launcher.start();
    launcher.inEnvironment(Map.of());
    launcher.awaitUnlessEnded(this::isReady);
  }

  /** Returns when every process has ended by itself. */
  public void awaitEnd() {
    launcher.awaitEnd();
  }

  /** Stops it as Ctrl-C does; the data stays. */
  public void stop() {
    launcher.terminate();
  }

  @Override
  public void close() {
    stop();
  }

  /** The launcher, the servers and the application server. */
  public List<ProcessHandle> processes() {
    return launcher.handles();
  }

  private boolean isReady() {
    return isReady(baseUri());
  }

  static boolean isReady(URI base) {
    try {
      var connection = (HttpURLConnection) base.resolve("/health/ready").toURL().openConnection();
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }

  static void delete(Path folder) {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts at first use, which the language makes thread-safe. */
  private static final class Shared {
    private static final RunningPlatform PLATFORM = start();

    private static RunningPlatform start() {
      RunningPlatform platform = RunningPlatform.start("shared");
      PlatformSession.closeAtEnd(platform);
      return platform;
    }
  }
}
