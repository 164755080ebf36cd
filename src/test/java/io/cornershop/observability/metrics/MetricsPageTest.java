package io.cornershop.observability.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MetricsPageTest {

  private static final String HEAD = "| metric | kind | labels | what it says |";

  @Test
  void the_operations_page_has_every_metric_as_it_is_and_no_other() throws IOException {
    List<String> rows =
        Files.readString(Path.of("docs", "operations.md"))
            .lines()
            .dropWhile(line -> !line.equals(HEAD))
            .skip(2)
            .takeWhile(line -> line.startsWith("|"))
            .toList();

    assertThat(rows).isEqualTo(Arrays.stream(Metric.values()).map(this::row).toList());
  }

  private String row(Metric metric) {
    return "| `%s` | %s | %s | %s |"
        .formatted(
            metric.wireName(),
            metric.kind().name().toLowerCase(Locale.ROOT),
            metric.labels().stream()
                .map(label -> "`" + label.wireName() + "`")
                .collect(Collectors.joining(" ")),
            metric.description());
  }
}
