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
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ToldExporterTest {

  @RegisterExtension final ListenedLog log = ListenedLog.of(ToldExporter.class);

  private static final Logger TALE = Logger.getLogger(ToldExporter.class.getName());

  private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 1);
  private final Queue<CompletableResultCode> results = new ArrayDeque<>();
  private final ToldExporter exporter =
      new ToldExporter(new Scripted(spans -> results.remove()), time::get);

  @BeforeEach
  void hearAll() {
    TALE.setLevel(Level.INFO);
  }

  @AfterEach
  void hearAsUsual() {
    TALE.setLevel(null);
  }

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

  private void after(Duration time) {
    this.time.addAndGet(time.toNanos());
  }

  /** What the lines say, each without a stack trace. */
  private List<String> told() {
    return log.lines().stream()
        .filter(line -> line.getThrown() == null)
        .map(line -> line.getLevel() + " " + line.getParameters()[0])
        .toList();
  }

  @Test
  void failures_are_told_once_in_five_minutes_and_then_that_it_is_over() {
    export(true);
    export(false);
    export(false);
    after(Duration.ofMinutes(4));
    export(false);
    assertThat(told()).containsExactly("WARNING 2");
    after(Duration.ofMinutes(2));
    export(false);
    export(true);
    assertThat(told()).containsExactly("WARNING 2", "WARNING 8");
    after(Duration.ofMinutes(6));
    export(true);
    export(true);

    assertThat(told()).containsExactly("WARNING 2", "WARNING 8", "INFO 8");
  }

  @Test
  void a_system_that_fails_every_other_time_takes_no_more_lines() {
    for (int minute = 0; minute < 12; minute++) {
      export(false);
      export(true);
      after(Duration.ofMinutes(1));
    }

    assertThat(told()).containsExactly("WARNING 2", "WARNING 14");
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
