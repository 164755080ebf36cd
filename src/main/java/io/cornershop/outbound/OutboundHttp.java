package io.cornershop.outbound;

import jakarta.ws.rs.core.Form;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/**
 * Clients of other systems' HTTP APIs, which are interfaces that extend {@link Closeable}. Every
 * status is an answer to them, none an exception.
 */
public final class OutboundHttp {

  private OutboundHttp() {}

  /**
   * Exchanges with whoever has this API; each takes twice the timeout at most.
   *
   * @param baseUrl under which the paths of the API lie
   * @param timeout for a connection, and for an answer
   * @param traces who notes the requests
   */
  public static <T extends Closeable> Exchanges<T> open(
      Class<T> api, String baseUrl, Duration timeout, Authorization who, HttpTraces traces) {
    NotedRequests notes = new NotedRequests(traces, URI.create(baseUrl));
    RestClientBuilder builder =
        RestClientBuilder.newBuilder()
            .baseUri(URI.create(baseUrl))
            .connectTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
            .readTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
            .property("microprofile.rest.client.disable.default.mapper", true)
            .register(who)
            .register(notes);
    ClassLoader seen = Thread.currentThread().getContextClassLoader();
    return new Exchanges<>(() -> client(api, builder, seen), timeout.multipliedBy(2), notes);
  }

  /** Whoever needs one may be a thread that does not see the server's classes. */
  private static <T extends Closeable> T client(
      Class<T> api, RestClientBuilder builder, ClassLoader seen) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(seen);
    try {
      synchronized (builder) {
        return builder.build(api);
      }
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Fields as a form. */
  public static Form form(Map<String, String> fields) {
    Form form = new Form();
    fields.forEach(form::param);
    return form;
  }

  /** Lets the connections go. */
  static void close(Closeable client) {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
