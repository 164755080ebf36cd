package io.cornershop.launcher;

import io.cornershop.launcher.mail.EmbeddedInbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The application server with the application. */
final class Liberty {

  private Liberty() {}

  static Child start(Settings settings, TokenKeys keys) throws IOException, CannotStart {
    Path script = settings.liberty().resolve("bin").resolve("server");
    if (Files.notExists(script)) {
      throw new CannotStart(
          "No Open Liberty in %s: run `mvn` once, or set %s."
              .formatted(settings.liberty(), Settings.LIBERTY));
    }
    Path output = outputFolder(settings);
    ProcessBuilder builder = new ProcessBuilder(script.toString(), "run", "cornershop");
    builder.environment().putAll(ofServers(settings, keys));
    ofMessages(settings).forEach(builder.environment()::putIfAbsent);
    builder.environment().putIfAbsent("WLP_OUTPUT_DIR", output.toString());
    builder.environment().merge("JVM_ARGS", Java.serverOptions(), (own, ours) -> ours + " " + own);
    builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return new Child(
        "The application", output.resolve("cornershop/logs").toString(), builder.start());
  }

  /** Apart for each port, so that two platforms can run side by side. */
  private static Path outputFolder(Settings settings) {
    return settings.liberty().resolveSibling("output").resolve("port-" + settings.httpPort());
  }

  /** The application's configuration, by the names that MicroProfile Config gives to variables. */
  static Map<String, String> environment(Settings settings, TokenKeys keys) {
    Map<String, String> variables = new TreeMap<>(ofServers(settings, keys));
    variables.putAll(ofMessages(settings));
    return variables;
  }

  /** Where messages go; whoever names another place in the environment reaches that. */
  private static Map<String, String> ofMessages(Settings settings) {
    Map<String, String> variables = new TreeMap<>(ofOutbox(settings));
    variables.put("CORNERSHOP_NOTIFICATIONS_MAIL_HOST", Settings.HOST);
    variables.put(
        "CORNERSHOP_NOTIFICATIONS_MAIL_PORT", Integer.toString(settings.inbox().smtpPort()));
    variables.put("CORNERSHOP_NOTIFICATIONS_MAIL_TLS", "none");
    variables.put("CORNERSHOP_NOTIFICATIONS_STAFF", "staff@cornershop.local");
    variables.put("CORNERSHOP_NOTIFICATIONS_PUBLIC_URL", settings.uri());
    return variables;
  }

  private static Map<String, String> ofServers(Settings settings, TokenKeys keys) {
    return new TreeMap<>(
        Map.of(
            "JAVA_HOME",
            Java.HOME,
            Settings.HTTP_PORT,
            Integer.toString(settings.httpPort()),
            "CORNERSHOP_LOCAL",
            "true",
            "CORNERSHOP_KAFKA_BOOTSTRAP_SERVERS",
            settings.bootstrapServers(),
            "CORNERSHOP_MONGODB_URI",
            settings.mongoUri(),
            "CORNERSHOP_MONGODB_DATABASE",
            "cornershop",
            "CORNERSHOP_STORE_PENDING_INDEX",
            "false",
            "CORNERSHOP_DEV_TOKENS_PRIVATE_KEY",
            keys.privateKey().toString(),
            "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
            keys.publicKey().toUri().toString(),
            "MP_JWT_VERIFY_ISSUER",
            "https://cornershop.local"));
  }

  /** SMS and push; the pair of keys is the example of RFC 8291, which everybody knows. */
  private static Map<String, String> ofOutbox(Settings settings) {
    return Map.of(
        "CORNERSHOP_NOTIFICATIONS_SMS_BASE_URL",
        settings.inbox().uri() + EmbeddedInbox.SMS,
        "CORNERSHOP_NOTIFICATIONS_SMS_ACCOUNT",
        "local",
        "CORNERSHOP_NOTIFICATIONS_SMS_TOKEN",
        "local",
        "CORNERSHOP_NOTIFICATIONS_SMS_SENDER",
        "CornerShop",
        "CORNERSHOP_NOTIFICATIONS_PUSH_PUBLIC_KEY",
        "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8",
        "CORNERSHOP_NOTIFICATIONS_PUSH_PRIVATE_KEY",
        "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw",
        "CORNERSHOP_NOTIFICATIONS_PUSH_NEARBY_ENDPOINTS",
        "true");
  }
}
