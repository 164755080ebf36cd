package io.cornershop.observability.traces;

import io.cornershop.outbound.HttpCall;
import io.cornershop.outbound.HttpCall.Target;
import io.cornershop.outbound.HttpTraces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A span for each request to another system. Its address has names instead of ids and no query; a
 * stranger's, which may be a secret of a customer, is not there at all. Thread-safe.
 */
public final class HttpSpans implements HttpTraces {

  /** Who is asked to pay or to listen will not, for good: answers, to which the shop knows. */
  private static final Set<Integer> REFUSALS = Set.of(402, 410);

  private static final int FIRST_ERROR = 400;
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;
  private static final int DEEPEST = 10;

  private final Spans spans;
  private final boolean telling;

  /**
   * @param telling whether those whom the shop has chosen to ask are told of the trace
   */
  public HttpSpans(Spans spans, boolean telling) {
    this.spans = spans;
    this.telling = telling;
  }

  @Override
  public HttpSpan begin(HttpCall call) {
    SpanBuilder builder =
        spans
            .here(nameOf(call), SpanKind.CLIENT, Optional.empty())
            .setAttribute(Attribute.METHOD, call.method());
    call.target().ifPresent(target -> describe(builder, target));
    if (call.resends() > 0) {
      builder.setAttribute(Attribute.RESENDS, (long) call.resends());
    }
    Span span = builder.startSpan();
    boolean told = telling && call.target().isPresent();
    return new Noted(span, told ? spans.headersOf(span) : Map.of());
  }

  private static String nameOf(HttpCall call) {
    return call.target()
        .map(target -> call.method() + " " + pathOf(target))
        .orElseGet(call::method);
  }

  private static String pathOf(Target target) {
    return target.base().getPath() + target.path();
  }

  private static void describe(SpanBuilder builder, Target target) {
    URI base = target.base();
    String explicit = base.getPort() < 0 ? "" : ":" + base.getPort();
    builder
        .setAttribute(Attribute.SERVER_ADDRESS, base.getHost())
        .setAttribute(Attribute.SERVER_PORT, (long) portOf(base))
        .setAttribute(
            Attribute.URL, base.getScheme() + "://" + base.getHost() + explicit + pathOf(target));
  }

  private static int portOf(URI base) {
    int usual = "https".equals(base.getScheme()) ? HTTPS_PORT : HTTP_PORT;
    return base.getPort() < 0 ? usual : base.getPort();
  }

  private record Noted(Span span, Map<String, String> headers) implements HttpSpan {

    @Override
    public void answered(int status) {
      span.setAttribute(Attribute.STATUS, (long) status);
      if (status >= FIRST_ERROR && !REFUSALS.contains(status)) {
        new NotedSpan(span).failed(Integer.toString(status));
      }
      span.end();
    }

    @Override
    public void failed(Throwable why) {
      new NotedSpan(span).failed(root(why).getClass().getName());
      span.end();
    }

    private static Throwable root(Throwable failure) {
      return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
          .limit(DEEPEST)
          .reduce(failure, (outer, inner) -> inner);
    }
  }
}
