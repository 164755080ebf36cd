package io.cornershop.launcher;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a person can set, each by an environment variable or a system property of the same name.
 *
 * @param data the folder that holds everything that has to survive a restart
 * @param liberty the installed server
 */
record Settings(int httpPort, int kafkaPort, int mongoPort, Inbox inbox, Path data, Path liberty) {

  /** Where mails go to, and where they can be read. */
  record Inbox(int smtpPort, int pagePort) {

    String uri() {
      return "http://" + HOST + ":" + pagePort;
    }
  }

  static final String HTTP_PORT = "CORNERSHOP_HTTP_PORT";
  static final String KAFKA_PORT = "CORNERSHOP_KAFKA_PORT";
  static final String MONGO_PORT = "CORNERSHOP_MONGO_PORT";
  static final String SMTP_PORT = "CORNERSHOP_SMTP_PORT";
  static final String INBOX_PORT = "CORNERSHOP_INBOX_PORT";
  static final String DATA = "CORNERSHOP_DATA";
  static final String LIBERTY = "CORNERSHOP_LIBERTY";

  static final String HOST = "127.0.0.1";

  static Settings read() throws CannotStart {
    return from(
        name ->
            Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(name))));
  }

  static Settings from(Function<String, Optional<String>> source) throws CannotStart {
    return new Settings(
        port(source, HTTP_PORT, 9080),
        port(source, KAFKA_PORT, 9092),
        port(source, MONGO_PORT, 27017),
        new Inbox(port(source, SMTP_PORT, 2525), port(source, INBOX_PORT, 8025)),
        path(source, DATA, "data"),
        path(source, LIBERTY, "target/liberty/wlp"));
  }

  String uri() {
    return "http://" + HOST + ":" + httpPort;
  }

  String bootstrapServers() {
    return HOST + ":" + kafkaPort;
  }

  String mongoUri() {
    return "mongodb://" + HOST + ":" + mongoPort;
  }

  private static Path path(
      Function<String, Optional<String>> source, String name, String fallback) {
    return Path.of(source.apply(name).orElse(fallback)).toAbsolutePath().normalize();
  }

  private static int port(Function<String, Optional<String>> source, String name, int fallback)
      throws CannotStart {
    String text = source.apply(name).orElse(Integer.toString(fallback));
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
      throw new CannotStart(name + " has to be a port from 1 to 65535, but is \"" + text + "\".");
    }
    return Integer.parseInt(text);
  }
}
