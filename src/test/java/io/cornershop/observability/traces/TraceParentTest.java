package io.cornershop.observability.traces;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TraceParentTest {

  @ParameterizedTest
  @ValueSource(strings = {TestSpans.CALLER, TestSpans.UNSEEN})
  void is_written_as_it_was_read(String text) {
    var read = TraceParent.read(Optional.of(text));

    assertThat(read.isRemote()).isTrue();
    assertThat(TraceParent.write(read)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"
      })
  void is_none_when_it_is_not_one(String text) {
    assertThat(TraceParent.read(Optional.of(text)).isValid()).isFalse();
  }

  @Test
  void is_none_when_there_is_none() {
    assertThat(TraceParent.read(Optional.empty()).isValid()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"/metrics,false", "/health/ready,false", "/api/orders/1,true"})
  void a_probe_of_monitoring_is_no_trace(String path, boolean seen) {
    var decided =
        new WithoutProbes(Sampler.alwaysOn())
            .shouldSample(
                Context.root(),
                "4bf92f3577b34da6a3ce929d0e0e4736",
                "GET",
                SpanKind.SERVER,
                Attributes.of(AttributeKey.stringKey("url.path"), path),
                List.of());

    assertThat(decided.getDecision())
        .isEqualTo(seen ? SamplingDecision.RECORD_AND_SAMPLE : SamplingDecision.DROP);
  }
}
