package io.cornershop.outbound;

import io.cornershop.outbound.HttpCall.Target;
import io.cornershop.outbound.HttpTraces.HttpSpan;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Notes each request of a line from when it goes out until its answer is read. What it asks for is
 * the path that the API's method says, in which ids have names. Thread-safe: an exchange stays on
 * its thread.
 */
final class NotedRequests implements ClientRequestFilter {

  /** Where MicroProfile Rest Client tells which method of the API was called. */
  static final String INVOKED = "org.eclipse.microprofile.rest.client.invokedMethod";

  private final HttpTraces traces;
  private final URI base;
  private final ThreadLocal<Going> going = new ThreadLocal<>();

  /** What a thread asks. */
  private static final class Going {

    private final int resends;
    private HttpSpan span = HttpSpan.NONE;

    private Going(int resends) {
      this.resends = resends;
    }
  }

  NotedRequests(HttpTraces traces, URI base) {
    this.traces = traces;
    this.base = base;
  }

  /** What {@code exchange} gives; the request that it makes is noted. */
  HttpAnswer during(int resends, Supplier<HttpAnswer> exchange) {
    Going now = new Going(resends);
    going.set(now);
    try {
      HttpAnswer answer = exchange.get();
      now.span.answered(answer.status());
      return answer;
    } catch (RuntimeException e) {
      now.span.failed(e);
      throw e;
    } finally {
      going.remove();
    }
  }

  @Override
  public void filter(ClientRequestContext request) {
    Going now = going.get();
    Target target = new Target(base, pathOf(request.getProperty(INVOKED)));
    now.span = traces.begin(new HttpCall(request.getMethod(), Optional.of(target), now.resends));
    now.span.headers().forEach(request.getHeaders()::putSingle);
  }

  private static String pathOf(Object invoked) {
    return invoked instanceof Method method && method.isAnnotationPresent(Path.class)
        ? method.getAnnotation(Path.class).value()
        : "";
  }
}
