package io.cornershop.observability.traces;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.resources.Resource;

/** What this application changes of the server's OpenTelemetry, which finds it as a service. */
public final class TracesCustomizer implements AutoConfigurationCustomizerProvider {

  @Override
  public void customize(AutoConfigurationCustomizer telemetry) {
    telemetry
        .addSpanExporterCustomizer(
            (exporter, settings) ->
                new ToldExporter(new ImpersonalExporter(exporter), System::nanoTime))
        .addResourceCustomizer((resource, settings) -> withoutCommand(resource))
        .addSamplerCustomizer((sampler, settings) -> new WithoutProbes(sampler));
  }

  /** How the server was started, which may name secrets, is nothing for other systems. */
  private static Resource withoutCommand(Resource resource) {
    return resource.toBuilder().removeIf(key -> key.getKey().startsWith("process.command")).build();
  }
}
