package io.cornershop.observability;

import io.cornershop.testing.Shop;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What one scrape has shown. */
record Scraped(List<Line> lines) {

  private static final Pattern LINE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)(?: \\d+)?");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_]\\w*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** One series. */
  record Line(String name, Map<String, String> labels, double value) {

    private static Optional<Line> in(String text) {
      Matcher line = LINE.matcher(text);
      return line.matches()
          ? Optional.of(new Line(line.group(1), labels(line.group(2)), number(line.group(3))))
          : Optional.empty();
    }

    private static Map<String, String> labels(String text) {
      return LABEL
          .matcher(text == null ? "" : text)
          .results()
          .collect(
              Collectors.toMap(
                  (MatchResult m) -> m.group(1), m -> m.group(2), (a, b) -> b, TreeMap::new));
    }

    private static double number(String text) {
      return switch (text) {
        case "+Inf" -> Double.POSITIVE_INFINITY;
        case "-Inf" -> Double.NEGATIVE_INFINITY;
        default -> Double.parseDouble(text);
      };
    }
  }

  static Scraped of(Shop shop) {
    return new Scraped(
        shop.get("/metrics")
            .expect(200)
            .response()
            .body()
            .lines()
            .filter(line -> !line.startsWith("#") && !line.isBlank())
            .map(line -> Line.in(line).orElseThrow(() -> new AssertionError("Not read: " + line)))
            .toList());
  }

  List<Line> named(String name) {
    return lines.stream().filter(line -> line.name().equals(name)).toList();
  }

  /** The sum of all series that have these labels. */
  double sum(String name, Map<String, String> labels) {
    return named(name).stream()
        .filter(line -> line.labels().entrySet().containsAll(labels.entrySet()))
        .mapToDouble(Line::value)
        .sum();
  }
}
