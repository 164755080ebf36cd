package io.cornershop.testing;

import io.cornershop.testing.death.Death;
import io.cornershop.testing.hang.Hang;
import io.cornershop.testing.hang.Hanging;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The whole platform, running, for tests that see it from outside. Tests that leave it running
 * share one; a test that kills it either starts it again or has one of its own. The application has
 * a launcher of its own, so that it can die and come back while its servers stay.
 */
public final class RunningPlatform implements AutoCloseable {

  static final Path PARENT = Path.of("target", "platform");

  /** What a node says of a handler that hangs only after a minute. */
  private static final Map<String, String> SOONER =
      Map.of("MP_MESSAGING_INCOMING_PROJECTIONS_STUCK_AFTER", "PT10S");

  private final LauncherProcess servers;
  private final LauncherProcess application;

  /** Where it is not the launcher's, which ends with its broker. */
  private final Optional<TestServer> broker;

  private RunningPlatform(LauncherProcess servers, Optional<TestServer> broker) {
    this.servers = servers;
    this.application = servers.beside("application");
    this.broker = broker;
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
    return new RunningPlatform(servers(name), Optional.empty());
  }

  private static LauncherProcess servers(String name) {
    Path folder = PARENT.resolve(name);
    delete(folder.resolve("data"));
    return new LauncherProcess(folder);
  }

  /** The same, with a broker that can end while the others stay. */
  private static RunningPlatform prepareWithBrokerApart(String name) {
    LauncherProcess servers = servers(name);
    TestServer broker =
        TestServer.prepare(
            TestBroker.MAIN, servers.kafkaPort(), PARENT.resolve(name + "/data/broker"));
    return new RunningPlatform(servers, Optional.of(broker));
  }

  /** Without a path: the API begins at {@code /api}. */
  public URI baseUri() {
    return URI.create("http://127.0.0.1:" + application.httpPort());
  }

  /** The broker, for an independent client. */
  public String kafka() {
    return "127.0.0.1:" + servers.kafkaPort();
  }

  /** The database server, for an independent client. */
  public String mongoUri() {
    return "mongodb://127.0.0.1:" + servers.mongoPort();
  }

  /** Where its mails can be read. */
  public URI inbox() {
    return URI.create("http://127.0.0.1:" + servers.inboxPort());
  }

  /** SIGKILL for the application server only; its servers stay. */
  public void killApplication() {
    application.killApplication();
  }

  /** SIGKILL for every process at once. */
  public void killEverything() {
    LauncherProcess.killTogether(
        List.of(application, servers), broker.map(TestServer::handle).stream());
  }

  /** Starts what does not run, on the same data and ports; returns when it is ready. */
  public void restart() {
    begin();
    application.await(this::isReady);
  }

  /** The same, and the application's log finds no room until the next start. */
  public void restartWithoutRoomForLogs() {
    beginServers();
    application.startNodeWithoutRoomForLogs();
    application.await(this::isReady);
  }

  /** What the application has written to its log since its start. */
  public String log() {
    try {
      return Files.readString(application.serverLog().messages());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void begin() {
    beginServers();
    application.startNode();
  }

  private void beginServers() {
    if (!servers.isAlive()) {
      broker.ifPresentOrElse(
          apart -> servers.startServersAround(apart::restart), servers::startServers);
    }
  }

  /** The application again, after {@link #killApplication}, with these settings instead. */
  public void restartWith(Map<String, String> environment) {
    application.inEnvironment(environment);
    restart();
  }

  /** The application's threads, by name and with what they do. */
  public String threads() {
    return application.threads();
  }

  /** What the application has printed since its last start. */
  public String output() {
    return application.output();
  }

  /** A platform without any data and with these settings; returns when it is ready. */
  public static RunningPlatform startWith(String name, Map<String, String> environment) {
    RunningPlatform platform = prepare(name);
    platform.application.inEnvironment(environment);
    platform.restart();
    return platform;
  }

  /**
   * Starts the application again, to die there, and returns when it is ready, or has died before;
   * {@link #awaitEnd} tells when it has ended.
   */
  public void restartToDie(Death death) {
    application.inEnvironment(death.environment());
    begin();
    application.inEnvironment(Map.of());
    application.awaitUnlessEnded(this::isReady);
  }

  /** Returns when the application has ended by itself. */
  public void awaitEnd() {
    application.awaitEnd();
  }

  /** SIGKILL for the broker of the shared platform only. */
  public void killKafka() {
    broker.orElseThrow().kill();
  }

  /** The broker again, on the same port and data, after {@link #killKafka}. */
  public void restartKafka() {
    broker.orElseThrow().restart();
  }

  /** Lets a method of the application hang from now on. */
  public Hanging hang(Hang hang) {
    return hang.in(application.applicationServer().pid());
  }

  /** Stops it as Ctrl-C does; the data stays. */
  public void stop() {
    Stream.of(application, servers)
        .filter(LauncherProcess::isAlive)
        .forEach(LauncherProcess::terminate);
    broker.filter(TestServer::isAlive).ifPresent(TestServer::stop);
  }

  @Override
  public void close() {
    stop();
  }

  private boolean isReady() {
    return isReady(baseUri());
  }

  /** Whether the node at {@code base} says that it is ready. */
  public static boolean isReady(URI base) {
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
      Map<String, String> settings = new HashMap<>(LogFormat.ofImage());
      settings.putAll(SOONER);
      RunningPlatform platform = RunningPlatform.prepareWithBrokerApart("shared");
      platform.restartWith(settings);
      PlatformSession.closeAtEnd(platform);
      return platform;
    }
  }
}
