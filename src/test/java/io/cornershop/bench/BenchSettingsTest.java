package io.cornershop.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BenchSettingsTest {

  private static final BenchSettings USUAL =
      new BenchSettings(
          Optional.empty(),
          Optional.empty(),
          Set.of(),
          7,
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          Duration.ofSeconds(40),
          List.of(1_000, 10_000, 100_000),
          4_000,
          false,
          Optional.empty());

  @Test
  void what_is_not_said_or_empty_is_as_usual() {
    assertThat(BenchSettings.from(name -> Optional.empty())).isEqualTo(USUAL);
    assertThat(BenchSettings.from(name -> Optional.of(" "))).isEqualTo(USUAL);
  }

  @Test
  void everything_can_be_said() {
    Map<String, String> said =
        Map.ofEntries(
            Map.entry("bench.mongodb", "mongodb://db"),
            Map.entry("bench.kafka", "broker:9092"),
            Map.entry("bench.rows", "append, relay"),
            Map.entry("bench.rounds", "3"),
            Map.entry("bench.round", "PT1S"),
            Map.entry("bench.warm-up", "PT0.5S"),
            Map.entry("bench.memory", "PT10M"),
            Map.entry("bench.growth", "10,20"),
            Map.entry("bench.backlog", "100"),
            Map.entry("bench.profile", "true"),
            Map.entry("bench.write", "docs/benchmarks.md"));

    assertThat(BenchSettings.from(name -> Optional.ofNullable(said.get(name))))
        .isEqualTo(
            new BenchSettings(
                Optional.of("mongodb://db"),
                Optional.of("broker:9092"),
                Set.of("append", "relay"),
                3,
                Duration.ofSeconds(1),
                Duration.ofMillis(500),
                Duration.ofMinutes(10),
                List.of(10, 20),
                100,
                true,
                Optional.of(Path.of("docs/benchmarks.md"))));
  }

  @Test
  void all_rows_are_wanted_unless_some_are_named() {
    assertThat(USUAL.wants("append")).isTrue();
    BenchSettings one =
        BenchSettings.from(name -> Optional.of("load").filter(v -> name.equals("bench.rows")));
    assertThat(one.wants("load")).isTrue();
    assertThat(one.wants("append")).isFalse();
  }
}
