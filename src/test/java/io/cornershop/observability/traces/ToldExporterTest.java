package io.cornershop.observability.traces;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.ListenedLog;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.logging.Level;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ToldExporterTest {

  @RegisterExtension final ListenedLog log = ListenedLog.of(ToldExporter.class);

  private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 1);
  private final Queue<CompletableResultCode> results = new ArrayDeque<>();
  private final ToldExporter exporter =
      new ToldExporter(new Scripted(spans -> results.remove()), time::get);

  /** Answers as it is told. */
  private record Scripted(Function<Collection<SpanData>, CompletableResultCode> answer)
      implements SpanExporter {

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      return answer.apply(spans);
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }

  private void export(boolean works) {
    results.add(works ? CompletableResultCode.ofSuccess() : CompletableResultCode.ofFailure());
    exporter.export(spans());
  }

  private static List<SpanData> spans() {
    TestSpans noted = new TestSpans();
    noted.during("one", () -> noted.during("two", () -> {}));
    return noted.ended();
  }

  /** What the warnings say, each a line without a stack trace. */
  private List<String> lost() {
    return log.lines().stream()
        .filter(line -> line.getLevel().equals(Level.WARNING) && line.getThrown() == null)
        .map(line -> line.getParameters()[0].toString())
        .toList();
  }

  @Test
  void failures_are_told_once_in_five_minutes_and_anew_when_it_has_worked_meanwhile() {
    export(true);
    export(false);
    export(false);
    time.addAndGet(Duration.ofMinutes(4).toNanos());
    export(false);
    assertThat(lost()).containsExactly("2");
    time.addAndGet(Duration.ofMinutes(2).toNanos());
    export(false);
    export(true);
    export(false);

    assertThat(lost()).containsExactly("2", "8", "2");
  }

  @Test
  void of_what_a_hanging_system_does_not_take_only_so_much_waits() {
    CompletableResultCode hanging = new CompletableResultCode();
    AtomicLong taken = new AtomicLong();
    SpanExporter counting =
        new Scripted(
            spans -> {
              taken.addAndGet(spans.size());
              return hanging;
            });
    try (SdkTracerProvider tracing =
        SdkTracerProvider.builder()
            .addSpanProcessor(
                BatchSpanProcessor.builder(new ToldExporter(counting, time::get)).build())
            .build()) {
      for (int i = 0; i < 10_000; i++) {
        tracing.get("tests").spanBuilder("work").startSpan().end();
      }
      hanging.succeed();
    }

    assertThat(taken.get()).isBetween(2_048L, 9_000L);
  }
}
