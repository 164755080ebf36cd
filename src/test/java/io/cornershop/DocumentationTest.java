package io.cornershop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DocumentationTest {

  private static final Path README = Path.of("README.md");
  private static final Path DECISIONS = Path.of("docs", "adr");
  private static final Path ENGINE =
      Path.of("src", "main", "java", "io", "cornershop", "eventing", "package-info.java");

  private static final Pattern LINK =
      Pattern.compile("]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");
  private static final Pattern CONFIGURATION_KEY =
      Pattern.compile("@ConfigProperty\\(\\s*name = \"([^\"]+)\"");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
      List<Path> pages = docs.filter(path -> path.toString().endsWith(".md")).sorted().toList();
      return Stream.concat(Stream.of(README), pages.stream());
    }
  }

  static Stream<Path> decisions() throws IOException {
    return pages().filter(page -> page.startsWith(DECISIONS));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_link_leads_somewhere(Path page) {
    assertThat(LINK.matcher(read(page)).results())
        .filteredOn(link -> !leadsSomewhere(page, link))
        .map(MatchResult::group)
        .isEmpty();
  }

  private static boolean leadsSomewhere(Path page, MatchResult link) {
    Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
    return Files.exists(target) && (link.group(2) == null || hasHeading(target, link.group(2)));
  }

  private static boolean hasHeading(Path page, String anchor) {
    return HEADING
        .matcher(read(page))
        .results()
        .map(m -> anchorOf(m.group(1)))
        .anyMatch(anchor::equals);
  }

  private static String anchorOf(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
  }

  @Test
  void every_configuration_key_of_the_code_is_in_the_operations_page() throws IOException {
    String operations = read(Path.of("docs", "operations.md"));

    assertThat(configurationKeys())
        .filteredOn(key -> !operations.contains("`" + key + "`"))
        .isEmpty();
  }

  private static List<String> configurationKeys() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
      return sources
          .filter(source -> source.toString().endsWith(".java"))
          .flatMap(source -> CONFIGURATION_KEY.matcher(read(source)).results())
          .map(key -> key.group(1))
          .distinct()
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void a_decision_is_short_and_says_what_was_weighed(Path decision) {
    String text = read(decision);

    assertThat(HEADING.matcher(text).results().map(m -> m.group(1)))
        .satisfiesExactly(
            title -> assertThat(title).startsWith(numberOf(decision) + ": "),
            status -> assertThat(status).isEqualTo("Status"),
            context -> assertThat(context).isEqualTo("Context"),
            options -> assertThat(options).isEqualTo("Options"),
            decided -> assertThat(decided).isEqualTo("Decision"),
            consequences -> assertThat(consequences).isEqualTo("Consequences"));
    assertThat(text.lines()).hasSizeLessThanOrEqualTo(60);
  }

  private static String numberOf(Path decision) {
    return decision.getFileName().toString().substring(0, 4);
  }

  @Test
  void decisions_are_numbered_without_a_gap() throws IOException {
    List<String> numbers = decisions().map(DocumentationTest::numberOf).toList();

    assertThat(numbers)
        .isEqualTo(
            Stream.iterate(1, n -> n + 1).limit(numbers.size()).map("%04d"::formatted).toList());
  }

  @Test
  void the_journey_of_an_event_reads_the_same_in_the_readme_and_in_the_engine() {
    String engine = read(ENGINE).replace("\n *", " ").replaceAll("\\{@code\\s+([^}]*)}", "`$1`");
    String journey =
        oneLine(engine.substring(engine.indexOf("`orders/api`"), engine.indexOf("/\n")));

    assertThat(oneLine(read(README))).contains(journey);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
