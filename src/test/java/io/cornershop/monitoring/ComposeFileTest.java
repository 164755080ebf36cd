package io.cornershop.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** No engine runs where this is built: what can be seen from the file is seen here. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ComposeFileTest {

  private static final Path FILE = Path.of("docker-compose.yml");
  private static final JsonNode COMPOSE = MonitoringFiles.yaml(FILE);
  private static final Pattern KEY = Pattern.compile("`([a-z][a-z0-9.-]+)`");

  private static Stream<Map.Entry<String, JsonNode>> services() {
    return COMPOSE.path("services").propertyStream();
  }

  private static Stream<String> texts(String key) {
    return services().flatMap(s -> s.getValue().path(key).valueStream()).map(JsonNode::asString);
  }

  @Test
  void the_current_schema_of_compose_accepts_it() {
    Tools.run(Tools.find("node_modules/.bin/dclint"), "--quiet", FILE.toString());
  }

  @Test
  void every_file_that_it_mounts_or_builds_of_exists() {
    assertThat(texts("volumes").filter(volume -> volume.startsWith("./")))
        .isNotEmpty()
        .allSatisfy(volume -> assertThat(Path.of(volume.split(":")[0])).exists());
    assertThat(Path.of(COMPOSE.at("/services/app/build/dockerfile").asString())).exists();
  }

  @Test
  void every_volume_that_is_used_is_declared_and_the_other_way_round() {
    assertThat(
            texts("volumes")
                .filter(volume -> !volume.startsWith("./"))
                .map(volume -> volume.split(":")[0])
                .collect(Collectors.toSet()))
        .isEqualTo(COMPOSE.path("volumes").propertyNames());
  }

  @Test
  void every_port_is_bound_to_the_loopback_interface_and_to_one_service() {
    assertThat(texts("ports"))
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allSatisfy(port -> assertThat(port).matches("127\\.0\\.0\\.1:\\d+:\\d+"));
  }

  @Test
  void every_image_has_a_version() {
    assertThat(services().filter(service -> service.getValue().has("image")))
        .allSatisfy(
            service ->
                assertThat(service.getValue().path("image").asString()).matches(".+:v?\\d.*"));
  }

  @Test
  void every_setting_of_the_application_is_one_that_the_operations_page_lists() {
    var known =
        KEY.matcher(MonitoringFiles.read(Path.of("docs", "operations.md")))
            .results()
            .map(found -> variable(found.group(1)))
            .collect(Collectors.toSet());

    assertThat(known).containsAll(COMPOSE.at("/services/app/environment").propertyNames());
  }

  private static String variable(String key) {
    return key.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
  }

  @Test
  void who_waits_for_the_health_of_a_service_waits_for_one_that_tells_it() {
    assertThat(
            services()
                .flatMap(service -> service.getValue().path("depends_on").propertyStream())
                .filter(d -> d.getValue().path("condition").asString().equals("service_healthy"))
                .map(Map.Entry::getKey))
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(COMPOSE.path("services").path(name).path("healthcheck").isMissingNode())
                    .isFalse());
  }

  @Test
  void the_services_are_found_where_prometheus_and_grafana_look_for_them() {
    assertThat(COMPOSE.path("services").propertyNames())
        .contains("app", "prometheus", "alertmanager", "mailpit");
    assertThat(Files.exists(MonitoringFiles.FOLDER.resolve("prometheus.yml"))).isTrue();
  }
}
