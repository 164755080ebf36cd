package io.cornershop.observability.traces;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.resources.Resource;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TracesCustomizerTest {

  private final List<Object> ofResources = new ArrayList<>();

  /** The server's, which keeps what is to be done with resources. */
  private AutoConfigurationCustomizer telemetry() {
    return (AutoConfigurationCustomizer)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {AutoConfigurationCustomizer.class},
            (telemetry, method, arguments) -> {
              if (method.getName().equals("addResourceCustomizer")) {
                ofResources.add(arguments[0]);
              }
              return telemetry;
            });
  }

  @Test
  @SuppressWarnings("unchecked")
  void the_line_that_started_the_server_is_not_sent() {
    Attributes started =
        Attributes.builder()
            .put("service.name", "cornershop")
            .put("process.pid", 7)
            .put("process.command_line", "java -Dsecret=of-the-shop")
            .put("process.command_args", "java", "-Dsecret=of-the-shop")
            .build();

    new TracesCustomizer().customize(telemetry());

    BiFunction<Resource, ConfigProperties, Resource> change =
        (BiFunction<Resource, ConfigProperties, Resource>) ofResources.getFirst();
    assertThat(change.apply(Resource.create(started), null))
        .isEqualTo(
            Resource.create(
                Attributes.builder()
                    .put("service.name", "cornershop")
                    .put("process.pid", 7)
                    .build()));
  }
}
