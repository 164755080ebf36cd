package io.cornershop.observability.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TracesSwitchTest {

  private static Map<String, String> defaults(Map<String, String> environment) {
    return new TracesSwitch(environment::get, name -> null).getProperties();
  }

  private static Map<String, String> withSdk(String disabled) {
    return Map.of(
        "otel.sdk.disabled", disabled,
        "otel.exporter.otlp.protocol", "http/protobuf",
        "otel.metrics.exporter", "none",
        "otel.logs.exporter", "none");
  }

  @Test
  void nothing_is_sent_when_nobody_says_where_to() {
    assertThat(defaults(Map.of())).isEqualTo(withSdk("true"));
    assertThat(defaults(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", " "))).isEqualTo(withSdk("true"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
        "OTEL_EXPORTER_ZIPKIN_ENDPOINT"
      })
  void an_address_alone_switches_it_on(String variable) {
    assertThat(defaults(Map.of(variable, "http://collector:4318"))).isEqualTo(withSdk("false"));
  }

  @Test
  void our_own_switch_is_stronger_than_an_address() {
    Map<String, String> environment =
        Map.of(
            "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318",
            "CORNERSHOP_TRACES_ENABLED", "false");

    assertThat(defaults(environment)).isEqualTo(withSdk("true"));
  }

  @Test
  void a_system_property_counts_like_a_variable_and_every_other_source_is_stronger() {
    TracesSwitch told =
        new TracesSwitch(
            name -> null, Map.of("otel.exporter.otlp.endpoint", "http://collector:4318")::get);

    assertThat(told.getValue("otel.sdk.disabled")).isEqualTo("false");
    assertThat(told.getOrdinal()).isLessThan(100);
  }
}
