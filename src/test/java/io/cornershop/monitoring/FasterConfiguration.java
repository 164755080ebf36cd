package io.cornershop.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Our configuration with other addresses and shorter intervals; everything else is as it is. */
final class FasterConfiguration {

  private static final String INTERVAL = "2s";

  private FasterConfiguration() {}

  /**
   * @param rules where those lie that are to be used
   */
  static void write(Path folder, Path rules, URI target, URI alertmanager, URI receiver) {
    write(folder.resolve("prometheus.yml"), prometheus(rules, target, alertmanager));
    write(folder.resolve("alertmanager.yml"), alertmanager(receiver));
  }

  private static JsonNode prometheus(Path rules, URI target, URI alertmanager) {
    ObjectNode root =
        (ObjectNode) MonitoringFiles.yaml(MonitoringFiles.FOLDER.resolve("prometheus.yml"));
    ((ObjectNode) root.path("global"))
        .put("scrape_interval", INTERVAL)
        .put("scrape_timeout", INTERVAL)
        .put("evaluation_interval", INTERVAL);
    root.putArray("rule_files").add(rules.toAbsolutePath() + "/*.yml");
    only(root.at("/alerting/alertmanagers/0/static_configs/0/targets"), alertmanager);
    only(root.at("/scrape_configs/0/static_configs/0/targets"), target);
    return root;
  }

  private static void only(JsonNode targets, URI address) {
    ((ArrayNode) targets).removeAll().add(address.getAuthority());
  }

  private static JsonNode alertmanager(URI receiver) {
    ObjectNode root =
        (ObjectNode) MonitoringFiles.yaml(MonitoringFiles.FOLDER.resolve("alertmanager.yml"));
    root.findParents("group_wait").forEach(route -> ((ObjectNode) route).put("group_wait", "0s"));
    root.findParents("group_interval")
        .forEach(route -> ((ObjectNode) route).put("group_interval", "1s"));
    for (JsonNode each : root.path("receivers")) {
      ObjectNode changed = (ObjectNode) each;
      changed.remove("email_configs");
      changed.putArray("webhook_configs").addObject().put("url", receiver.toString());
    }
    return root;
  }

  private static void write(Path file, JsonNode configuration) {
    try {
      Files.writeString(file, MonitoringFiles.YAML.writeValueAsString(configuration));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
