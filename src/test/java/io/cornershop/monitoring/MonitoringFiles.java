package io.cornershop.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What Prometheus, Alertmanager and Grafana are configured by, as trees. */
final class MonitoringFiles {

  static final Path FOLDER = Path.of("helm", "cornershop", "monitoring");
  static final YAMLMapper YAML = new YAMLMapper();

  private static final JsonMapper JSON = new JsonMapper();

  private MonitoringFiles() {}

  /** A panel of a dashboard, with the dashboard that it is on. */
  record Panel(String dashboard, JsonNode json) {

    String title() {
      return json.path("title").asString();
    }

    List<String> queries() {
      return json.path("targets").valueStream().map(t -> t.path("expr").asString()).toList();
    }

    @Override
    public String toString() {
      return dashboard + " / " + title();
    }
  }

  /** Every rule that records or alerts. */
  static List<JsonNode> rules() {
    return files(FOLDER.resolve("rules"), ".yml").stream()
        .flatMap(file -> yaml(file).path("groups").valueStream())
        .flatMap(group -> group.path("rules").valueStream())
        .toList();
  }

  static List<JsonNode> alerts() {
    return rules().stream().filter(rule -> rule.has("alert")).toList();
  }

  static List<JsonNode> dashboards() {
    return files(FOLDER.resolve("grafana").resolve("dashboards"), ".json").stream()
        .map(file -> JSON.readTree(read(file)))
        .toList();
  }

  static List<Panel> panels() {
    return dashboards().stream()
        .flatMap(
            dashboard ->
                dashboard
                    .path("panels")
                    .valueStream()
                    .map(panel -> new Panel(dashboard.path("uid").asString(), panel)))
        .toList();
  }

  static JsonNode yaml(Path file) {
    return YAML.readTree(read(file));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> files(Path folder, String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
