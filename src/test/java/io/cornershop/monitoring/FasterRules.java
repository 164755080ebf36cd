package io.cornershop.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Our rules in a world in which time passes faster: how long something must last, the windows that
 * are looked through, and the ages that are too old. Everything else is as it is; so are the
 * promises, which look at hours, of which there are none in a test.
 */
final class FasterRules {

  /** How many of our seconds are one of theirs. */
  static final int FACTOR = 12;

  private static final Map<String, Duration> UNITS =
      Map.of(
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));
  private static final Pattern PROMISES = Pattern.compile("cornershop-(promises|errors-.*)");
  private static final Pattern SPAN = Pattern.compile("(\\d+)([smhd])");
  private static final Pattern WINDOW = Pattern.compile("\\[(\\d+)([smhd])]");
  private static final Pattern AGE = Pattern.compile("(_seconds(?:\\{[^}]*})?\\)* [<>] )(\\d+)");

  private FasterRules() {}

  /** Puts all of them into a folder. */
  static void write(Path folder) {
    for (Path file : MonitoringFiles.files(MonitoringFiles.FOLDER.resolve("rules"), ".yml")) {
      JsonNode root = MonitoringFiles.yaml(file);
      root.path("groups")
          .valueStream()
          .filter(group -> !PROMISES.matcher(group.path("name").asString()).matches())
          .flatMap(group -> group.path("rules").valueStream())
          .forEach(rule -> hurry((ObjectNode) rule));
      try {
        Files.createDirectories(folder);
        Files.writeString(
            folder.resolve(file.getFileName()), MonitoringFiles.YAML.writeValueAsString(root));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void hurry(ObjectNode rule) {
    change(rule, "for", FasterRules::span);
    change(rule, "keep_firing_for", FasterRules::span);
    change(rule, "expr", FasterRules::expression);
  }

  private static void change(ObjectNode rule, String field, UnaryOperator<String> change) {
    if (rule.has(field)) {
      rule.put(field, change.apply(rule.path(field).asString()));
    }
  }

  static String span(String text) {
    return SPAN.matcher(text).replaceAll(FasterRules::seconds);
  }

  static String expression(String expression) {
    String windows = WINDOW.matcher(expression).replaceAll(found -> "[" + seconds(found) + "]");
    return AGE.matcher(windows)
        .replaceAll(found -> found.group(1) + Integer.parseInt(found.group(2)) / FACTOR);
  }

  private static String seconds(MatchResult span) {
    Duration whole = UNITS.get(span.group(2)).multipliedBy(Integer.parseInt(span.group(1)));
    return whole.dividedBy(FACTOR).toSeconds() + "s";
  }
}
