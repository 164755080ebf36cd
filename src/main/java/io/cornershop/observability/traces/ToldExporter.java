package io.cornershop.observability.traces;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * An exporter whose failures take at most one line of the log every few minutes, with how many
 * spans were lost: that they are lost, or that it is over, whichever is true by then. Thread-safe.
 */
final class ToldExporter implements SpanExporter {

  private static final Logger LOG = System.getLogger(ToldExporter.class.getName());
  private static final Duration SILENCE = Duration.ofMinutes(5);

  private final SpanExporter exporter;
  private final LongSupplier clock;
  private long lost;
  private OptionalLong told = OptionalLong.empty();

  /**
   * @param clock never goes back, in nanoseconds
   */
  ToldExporter(SpanExporter exporter, LongSupplier clock) {
    this.exporter = exporter;
    this.clock = clock;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    int size = spans.size();
    CompletableResultCode result = exporter.export(spans);
    result.whenComplete(() -> ended(result.isSuccess(), size));
    return result;
  }

  private synchronized void ended(boolean sent, int size) {
    lost += sent ? 0 : size;
    long now = clock.getAsLong();
    if (lost == 0 || told.isPresent() && now - told.getAsLong() <= SILENCE.toNanos()) {
      return;
    }
    told = OptionalLong.of(now);
    if (sent) {
      LOG.log(Level.INFO, "Traces are sent again; {0} spans were lost", lost);
      lost = 0;
    } else {
      LOG.log(
          Level.WARNING,
          "Traces cannot be sent, {0} spans are lost so far; everything else goes on",
          lost);
    }
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }
}
