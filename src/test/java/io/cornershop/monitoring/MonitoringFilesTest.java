package io.cornershop.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.monitoring.MonitoringFiles.Panel;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What wakes people and what they then look at is complete, and speaks of metrics that exist. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MonitoringFilesTest {

  private static final Path OPERATIONS = Path.of("docs", "operations.md");
  private static final Pattern LISTED = Pattern.compile("(?m)^\\| `([a-zA-Z_]+)` \\|(.*)$");
  private static final Pattern RUNBOOK = Pattern.compile("(?m)^### Runbook: (\\w+)$");
  private static final Set<String> ENDINGS = Set.of("_bucket", "_sum", "_count", "_max");

  /** Those of the rules and of the scrape itself. */
  private static final Set<String> OF_PROMETHEUS = Set.of("up", "ALERTS");

  static Stream<String> alerts() {
    return MonitoringFiles.alerts().stream().map(alert -> alert.path("alert").asString());
  }

  static List<Panel> panels() {
    return MonitoringFiles.panels();
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void an_alert_says_how_urgent_it_is_what_is_wrong_and_where_to_read_on(String name) {
    JsonNode alert = alert(name);

    assertThat(alert.at("/labels/severity").asString()).isIn("page", "ticket");
    assertThat(alert.at("/annotations/summary").asString()).isNotBlank();
    assertThat(alert.at("/annotations/description").asString()).isNotBlank();
    assertThat(alert.at("/annotations/runbook_url").asString())
        .isEqualTo("docs/operations.md#runbook-" + name.toLowerCase(java.util.Locale.ROOT));
  }

  private static JsonNode alert(String name) {
    return MonitoringFiles.alerts().stream()
        .filter(alert -> alert.path("alert").asString().equals(name))
        .reduce(
            (one, another) -> {
              throw new AssertionError("Two alerts have the name " + name);
            })
        .orElseThrow();
  }

  @Test
  void the_operations_page_has_a_runbook_for_each_alert_and_no_other() {
    assertThat(
            RUNBOOK
                .matcher(MonitoringFiles.read(OPERATIONS))
                .results()
                .map(found -> found.group(1)))
        .containsExactlyInAnyOrderElementsOf(alerts().toList());
  }

  @Test
  void each_alert_has_cases_in_which_it_fires() {
    String cases =
        MonitoringFiles.files(MonitoringFiles.FOLDER.resolve("tests"), ".yml").stream()
            .map(MonitoringFiles::read)
            .collect(Collectors.joining());

    assertThat(alerts()).allSatisfy(name -> assertThat(cases).contains("alertname=\"" + name));
  }

  @Test
  void every_metric_in_a_rule_or_panel_is_one_that_the_operations_page_lists() {
    Set<String> named =
        Stream.concat(
                MonitoringFiles.rules().stream().map(rule -> rule.path("expr").asString()),
                panels().stream().flatMap(panel -> panel.queries().stream()))
            .flatMap(query -> PromQl.metrics(query).stream())
            .collect(Collectors.toSet());

    named.removeAll(known());

    assertThat(named).isEmpty();
  }

  private static Set<String> known() {
    Set<String> known = new HashSet<>(OF_PROMETHEUS);
    MonitoringFiles.rules().forEach(rule -> known.add(rule.path("record").asString("")));
    LISTED
        .matcher(MonitoringFiles.read(OPERATIONS))
        .results()
        .flatMap(MonitoringFilesTest::exported)
        .forEach(known::add);
    return known;
  }

  private static Stream<String> exported(MatchResult listed) {
    return listed.group(2).contains("histogram")
        ? ENDINGS.stream().map(ending -> listed.group(1) + ending)
        : Stream.of(listed.group(1));
  }

  @Test
  void every_selector_names_the_job_so_that_nothing_foreign_is_counted() {
    Pattern selector = Pattern.compile("\\b([a-z]\\w+)\\{([^}]*)}");

    assertThat(
            Stream.concat(
                    MonitoringFiles.rules().stream().map(rule -> rule.path("expr").asString()),
                    panels().stream().flatMap(panel -> panel.queries().stream()))
                .flatMap(query -> selector.matcher(query).results())
                .filter(found -> !found.group(0).contains("slo="))
                .filter(found -> !found.group(2).contains("job=\"cornershop\""))
                .map(MatchResult::group))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("panels")
  void a_panel_has_unit_description_and_a_query_to_the_provisioned_source(Panel panel) {
    String source =
        MonitoringFiles.yaml(
                MonitoringFiles.FOLDER.resolve("grafana/provisioning/datasources/prometheus.yml"))
            .at("/datasources/0/uid")
            .asString();

    assertThat(panel.title()).isNotBlank();
    assertThat(panel.json().path("description").asString()).isNotBlank();
    assertThat(panel.json().at("/fieldConfig/defaults/unit").asString()).isNotBlank();
    assertThat(panel.queries()).isNotEmpty().doesNotContain("");
    assertThat(panel.json().findValues("datasource"))
        .allSatisfy(used -> assertThat(used.path("uid").asString()).isEqualTo(source));
  }

  @Test
  void dashboards_and_the_panels_on_each_have_ids_of_their_own() {
    assertThat(MonitoringFiles.dashboards())
        .hasSize(8)
        .extracting(dashboard -> dashboard.path("uid").asString())
        .doesNotHaveDuplicates();
    assertThat(panels())
        .extracting(panel -> panel.dashboard() + panel.json().path("id").asInt())
        .doesNotHaveDuplicates();
  }
}
