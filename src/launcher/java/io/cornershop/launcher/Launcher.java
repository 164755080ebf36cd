package io.cornershop.launcher;

import io.cornershop.launcher.mail.EmbeddedInbox;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Starts everything, says when it is ready, and ends everything. See the package description. */
public final class Launcher {

  static final String WITHOUT_LIBERTY = "--without-liberty";
  static final String ONLY_LIBERTY = "--only-liberty";
  static final String WITHOUT_KAFKA = "--without-kafka";

  private static final long DEADLINE_SECONDS = 180;

  private final Settings settings;
  private final List<String> arguments;
  private final Platform platform = new Platform();

  private Launcher(Settings settings, List<String> arguments) {
    this.settings = settings;
    this.arguments = arguments;
  }

  /** Runs until a signal, the end of the parent process or the end of a server. */
  public static void main(String[] arguments) throws InterruptedException, IOException {
    try {
      Launcher launcher = new Launcher(Settings.read(), List.of(arguments));
      if (launcher.told(ONLY_LIBERTY)) {
        launcher.runNode();
      } else {
        launcher.run();
      }
    } catch (CannotStart e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private boolean told(String argument) {
    return arguments.contains(argument);
  }

  private void run() throws CannotStart, IOException, InterruptedException {
    requireFreePorts();
    try (DataFolder data = DataFolder.open(settings.data());
        EmbeddedInbox inbox = startInbox()) {
      endInOrder();
      startServers(data);
      TokenKeys keys = TokenKeys.in(data);
      if (told(WITHOUT_LIBERTY)) {
        Ports.awaitServer(settings.kafkaPort());
        Ports.awaitServer(settings.mongoPort());
        System.out.println(Banner.servers(settings, DevEnvironment.write(settings, keys)));
      } else {
        startApplication(keys);
      }
      Thread.currentThread().join();
    }
  }

  /** One more node of a shop whose servers run already. */
  private void runNode() throws CannotStart, IOException, InterruptedException {
    Ports.requireFree(settings.httpPort(), "HTTP", Settings.HTTP_PORT);
    endInOrder();
    TokenKeys keys = TokenKeys.existing(settings.data());
    platform.server(this::startGuard);
    startApplication(keys);
    Thread.currentThread().join();
  }

  /** A node has no server beside it that could notice the end of its launcher. */
  private Child startGuard() throws IOException {
    Path logs = Files.createDirectories(settings.data().resolve("logs"));
    Path log = logs.resolve("guard-%d.log".formatted(settings.httpPort()));
    return Child.start("The guard of the application", Guard.class, log);
  }

  private void startApplication(TokenKeys keys)
      throws CannotStart, IOException, InterruptedException {
    System.out.println("Starting ...");
    platform.application(() -> Liberty.start(settings, keys));
    boolean ready = new Readiness(settings).await(DEADLINE_SECONDS);
    System.out.println(ready ? Banner.ready(settings, sinceStart()) : Banner.late(settings));
  }

  private void requireFreePorts() throws CannotStart {
    if (!told(WITHOUT_KAFKA)) {
      Ports.requireFree(settings.kafkaPort(), "Kafka", Settings.KAFKA_PORT);
    }
    Ports.requireFree(settings.mongoPort(), "MongoDB", Settings.MONGO_PORT);
    Ports.requireFree(settings.inbox().smtpPort(), "mail", Settings.SMTP_PORT);
    Ports.requireFree(settings.inbox().pagePort(), "the inbox", Settings.INBOX_PORT);
    if (!told(WITHOUT_LIBERTY)) {
      Ports.requireFree(settings.httpPort(), "HTTP", Settings.HTTP_PORT);
    }
  }

  private EmbeddedInbox startInbox() throws IOException {
    QuietLog.start(EmbeddedInbox.LOG);
    return EmbeddedInbox.start(settings.inbox().smtpPort(), settings.inbox().pagePort());
  }

  private void startServers(DataFolder data) throws IOException, CannotStart {
    if (!told(WITHOUT_KAFKA)) {
      platform.server(
          () ->
              Child.start(
                  "Kafka",
                  EmbeddedKafka.class,
                  data.log("kafka"),
                  Integer.toString(settings.kafkaPort()),
                  data.resolve("kafka").toString()));
    }
    platform.server(
        () ->
            Child.start(
                "MongoDB",
                EmbeddedMongo.class,
                data.log("mongo"),
                Integer.toString(settings.mongoPort()),
                data.resolve("mongo").toString()));
  }

  /** Also when Maven, which started this, dies without a word. */
  private void endInOrder() {
    Runtime.getRuntime().addShutdownHook(new Thread(platform::stop, "stop"));
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> Processes.whenEnded(parent, () -> System.exit(0)));
  }

  private static double sinceStart() {
    return ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
  }
}
