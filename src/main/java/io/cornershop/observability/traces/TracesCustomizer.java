package io.cornershop.observability.traces;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;

/** What this application changes of the server's OpenTelemetry, which finds it as a service. */
public final class TracesCustomizer implements AutoConfigurationCustomizerProvider {

  @Override
  public void customize(AutoConfigurationCustomizer telemetry) {
    telemetry
        .addSpanExporterCustomizer(
            (exporter, settings) ->
                new ToldExporter(new ImpersonalExporter(exporter), System::nanoTime))
        .addSamplerCustomizer((sampler, settings) -> new WithoutProbes(sampler));
  }
}
