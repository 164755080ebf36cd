package io.cornershop.observability.traces;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Lets one standard setting, where spans are to be sent, switch the sending on: without it the
 * server's OpenTelemetry stays off, makes nothing and has no threads. It is sent over plain HTTP.
 * Metrics and logs do not go this way. All of it is a default only, which any other source outdoes.
 */
public final class TracesSwitch implements ConfigSource {

  private static final Set<String> WHERE_TO =
      Set.of(
          "otel.exporter.otlp.endpoint",
          "otel.exporter.otlp.traces.endpoint",
          "otel.exporter.zipkin.endpoint");
  private static final String ENABLED = "cornershop.traces.enabled";

  /** Below what is in the application's own configuration file. */
  private static final int LAST = 50;

  private final Map<String, String> defaults;

  /** By the environment and the system properties. */
  public TracesSwitch() {
    this(System::getenv, System::getProperty);
  }

  TracesSwitch(Function<String, String> environment, Function<String, String> properties) {
    boolean on =
        WHERE_TO.stream().anyMatch(key -> value(key, environment, properties).isPresent())
            && value(ENABLED, environment, properties).map(Boolean::valueOf).orElse(true);
    this.defaults =
        Map.of(
            "otel.sdk.disabled", Boolean.toString(!on),
            "otel.exporter.otlp.protocol", "http/protobuf",
            "otel.metrics.exporter", "none",
            "otel.logs.exporter", "none");
  }

  private static Optional<String> value(
      String key, Function<String, String> environment, Function<String, String> properties) {
    String variable = key.toUpperCase(Locale.ROOT).replace('.', '_');
    return Optional.ofNullable(properties.apply(key))
        .or(() -> Optional.ofNullable(environment.apply(variable)))
        .filter(text -> !text.isBlank());
  }

  @Override
  public Map<String, String> getProperties() {
    return defaults;
  }

  @Override
  public Set<String> getPropertyNames() {
    return defaults.keySet();
  }

  @Override
  public String getValue(String key) {
    return defaults.get(key);
  }

  @Override
  public String getName() {
    return TracesSwitch.class.getSimpleName();
  }

  @Override
  public int getOrdinal() {
    return LAST;
  }
}
