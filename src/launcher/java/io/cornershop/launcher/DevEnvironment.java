package io.cornershop.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** What `mvn liberty:dev` needs to run the application against the servers of this run. */
final class DevEnvironment {

  private DevEnvironment() {}

  /** Writes a file for the shell's dot command. */
  static Path write(Settings settings, TokenKeys keys) throws IOException {
    Map<String, String> variables = Liberty.environment(settings, keys);
    variables.put("CORNERSHOP_UPDATE_TRIGGER", "polled");
    variables.put("JVM_ARGS", Java.serverOptions());
    String lines =
        variables.entrySet().stream()
            .map(entry -> "export %s='%s'%n".formatted(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining());
    return Files.writeString(settings.data().resolve("dev.env"), lines);
  }
}
