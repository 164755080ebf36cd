package io.cornershop.observability.traces;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/** What monitoring asks all day long is no course of anything. */
record WithoutProbes(Sampler sampler) implements Sampler {

  private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");

  @Override
  public SamplingResult shouldSample(
      Context parent,
      String traceId,
      String name,
      SpanKind kind,
      Attributes attributes,
      List<LinkData> links) {
    return kind == SpanKind.SERVER && isProbe(attributes.get(PATH))
        ? SamplingResult.drop()
        : sampler.shouldSample(parent, traceId, name, kind, attributes, links);
  }

  private static boolean isProbe(String path) {
    return path != null && (path.equals("/metrics") || path.startsWith("/health"));
  }

  @Override
  public String getDescription() {
    return "WithoutProbes{" + sampler.getDescription() + "}";
  }
}
