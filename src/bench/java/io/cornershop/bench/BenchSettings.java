package io.cornershop.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What can be chosen, each by a system property {@code bench.<name>}.
 *
 * @param mongodb a MongoDB instead of the embedded one
 * @param kafka brokers instead of the embedded one
 * @param rows the measurements to make; empty for all
 * @param rounds how many of each side
 * @param round how long one is, where time and not a number of operations ends it
 * @param warmUp how long each side runs before the first round of a row
 * @param memory how long the steady load of the memory row is
 * @param growth numbers of stored commits, growing
 * @param backlog commits in a round of the relay row
 * @param profile whether to record where the time goes
 * @param write the page whose table is replaced, if any
 */
record BenchSettings(
    Optional<String> mongodb,
    Optional<String> kafka,
    Set<String> rows,
    int rounds,
    Duration round,
    Duration warmUp,
    Duration memory,
    List<Integer> growth,
    int backlog,
    boolean profile,
    Optional<Path> write) {

  /** Where data, logs and recordings of a run are. */
  static final Path FOLDER = Path.of("target", "bench");

  static BenchSettings read() {
    return from(name -> Optional.ofNullable(System.getProperty(name)));
  }

  static BenchSettings from(Function<String, Optional<String>> properties) {
    Function<String, Optional<String>> given =
        name -> properties.apply("bench." + name).map(String::strip).filter(v -> !v.isEmpty());
    return new BenchSettings(
        given.apply("mongodb"),
        given.apply("kafka"),
        given.apply("rows").map(BenchSettings::list).stream()
            .flatMap(List::stream)
            .collect(Collectors.toSet()),
        given.apply("rounds").map(Integer::valueOf).orElse(7),
        given.apply("round").map(Duration::parse).orElse(Duration.ofSeconds(2)),
        given.apply("warm-up").map(Duration::parse).orElse(Duration.ofSeconds(2)),
        given.apply("memory").map(Duration::parse).orElse(Duration.ofSeconds(40)),
        list(given.apply("growth").orElse("1000,10000,100000")).stream()
            .map(Integer::valueOf)
            .toList(),
        given.apply("backlog").map(Integer::valueOf).orElse(4_000),
        given.apply("profile").map(Boolean::valueOf).orElse(false),
        given.apply("write").map(Path::of));
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).toList();
  }

  boolean wants(String row) {
    return rows.isEmpty() || rows.contains(row);
  }
}
