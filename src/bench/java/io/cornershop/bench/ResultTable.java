package io.cornershop.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Results as a table in Markdown: medians, in brackets the lowest and the highest round. */
final class ResultTable {

  private static final String HEAD =
      """
      | measurement | unit | ours | raw | ours against raw | target | met |
      |---|---|---|---|---|---|---|
      """;

  private ResultTable() {}

  static String of(List<Result> results) {
    return HEAD + results.stream().map(ResultTable::line).collect(Collectors.joining());
  }

  static String line(Result result) {
    return "| %s | %s | %s | %s | %s | %s | %s |%n"
        .formatted(
            result.name(),
            result.unit(),
            cell(result.ours()),
            cell(result.raw()),
            cell(result.comparison()),
            result.target().text(),
            result.isMet() ? "yes" : "**no**");
  }

  private static String cell(Series series) {
    return "%s (%s to %s)"
        .formatted(number(series.median()), number(series.lowest()), number(series.highest()));
  }

  /** Three digits at least, no more than two behind the point. */
  private static String number(double value) {
    int places = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%,." + places + "f", value);
  }
}
