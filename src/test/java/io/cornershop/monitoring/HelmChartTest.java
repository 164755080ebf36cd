package io.cornershop.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Helm makes of the chart: the dashboards and rules as they are in the files. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HelmChartTest {

  private static final Path CHART = MonitoringFiles.FOLDER.getParent();
  private static final JsonMapper JSON = new JsonMapper();
  private static final String SIDECAR = "grafana_dashboard";

  private static TemplateCommand chart() {
    return new Helm(CHART).template().withName("shop").withNamespace("watched");
  }

  private static List<JsonNode> made(TemplateCommand rendering, String kind) {
    return Arrays.stream(rendering.call().split("(?m)^---$"))
        .map(MonitoringFiles.YAML::readTree)
        .filter(manifest -> manifest.path("kind").asString().equals(kind))
        .toList();
  }

  private static Stream<String> names(List<JsonNode> manifests) {
    return manifests.stream().map(manifest -> manifest.at("/metadata/name").asString());
  }

  @Test
  void helm_finds_nothing_wrong_with_it() {
    LintResult found = new Helm(CHART).lint().strict().call();

    assertThat(found.isFailed()).as(String.join(", ", found.getMessages())).isFalse();
  }

  @Test
  void each_dashboard_is_given_to_grafana_as_it_is() {
    List<JsonNode> maps = made(chart(), "ConfigMap");

    assertThat(names(maps)).doesNotHaveDuplicates().allMatch(n -> n.matches("shop-[a-z-]{1,58}"));
    assertThat(maps)
        .allMatch(map -> map.at("/metadata/labels/" + SIDECAR).asString().equals("1"))
        .flatExtracting(
            map ->
                map.path("data").valueStream().map(text -> JSON.readTree(text.asString())).toList())
        .containsExactlyInAnyOrderElementsOf(MonitoringFiles.dashboards());
  }

  @Test
  void each_rule_is_given_to_prometheus_as_it_is() {
    List<JsonNode> rules =
        made(chart().set("rules.labels.release", "prometheus"), "PrometheusRule");

    assertThat(names(rules)).containsExactlyInAnyOrder("shop-alerts", "shop-promises");
    assertThat(rules)
        .allMatch(rule -> rule.at("/metadata/labels/release").asString().equals("prometheus"))
        .flatExtracting(
            rule ->
                rule.at("/spec/groups")
                    .valueStream()
                    .flatMap(group -> group.path("rules").valueStream())
                    .collect(Collectors.toList()))
        .containsExactlyInAnyOrderElementsOf(MonitoringFiles.rules());
  }

  @Test
  void either_can_be_left_out() {
    assertThat(made(chart().set("dashboards.enabled", false), "ConfigMap")).isEmpty();
    assertThat(made(chart().set("rules.enabled", false), "PrometheusRule")).isEmpty();
  }

  @Test
  void a_value_that_there_is_not_is_refused() {
    TemplateCommand misspelt = chart().set("rule.enabled", false);

    assertThatThrownBy(misspelt::call).hasMessageContaining("rule");
  }
}
