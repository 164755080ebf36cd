package io.cornershop.outbound;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Requests to one system, each with its answer: whatever the other side does, they come to an end
 * in time, and in memory. The timeout of a read is no such end, for it begins anew with each byte.
 *
 * <p>A client serves one exchange at a time, so that it can be closed, and with it the connection,
 * when that exchange takes too long; else it serves the next one. Thread-safe.
 */
public final class Exchanges<T extends Closeable> implements AutoCloseable {

  static final int MOST_BYTES = 1 << 20;

  private final Supplier<T> make;
  private final Duration longest;
  private final NotedRequests notes;
  private final Deque<T> idle = new ArrayDeque<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("cornershop-outbound").daemon(true).factory());
  private boolean closed;

  /**
   * @param make a client
   * @param longest from the beginning of a request to the last byte of its answer
   * @param notes which the clients tell of what they send
   */
  Exchanges(Supplier<T> make, Duration longest, NotedRequests notes) {
    this.make = make;
    this.longest = longest;
    this.notes = notes;
  }

  /** The answer to a request that was not made before; see {@link #ask(int, Function)}. */
  public HttpAnswer ask(Function<T, Response> request) {
    return ask(0, request);
  }

  /**
   * The answer to a request.
   *
   * @param resends how often the same was sent before
   * @throws EndlessAnswer when it takes too long or is too long
   * @throws ProcessingException when the connection broke or was never made
   */
  public HttpAnswer ask(int resends, Function<T, Response> request) {
    return notes.during(resends, () -> within(client -> read(request.apply(client))));
  }

  /** After a failure the client is closed, and not the answer: that could wait for its rest. */
  private static HttpAnswer read(Response response) {
    HttpAnswer answer =
        new HttpAnswer(
            response.getStatus(),
            bounded(response.readEntity(InputStream.class)),
            Optional.ofNullable(response.getHeaderString(HttpHeaders.RETRY_AFTER)));
    response.close();
    return answer;
  }

  static byte[] bounded(InputStream body) {
    try {
      byte[] read = body.readNBytes(MOST_BYTES + 1);
      if (read.length > MOST_BYTES) {
        throw new EndlessAnswer("The answer has more than " + MOST_BYTES + " bytes");
      }
      return read;
    } catch (IOException e) {
      throw new ProcessingException("The answer broke off", e);
    }
  }

  <R> R within(Function<T, R> exchange) {
    T client = idle().orElseGet(make);
    AtomicBoolean over = new AtomicBoolean();
    Future<?> cut =
        timer.schedule(() -> cut(client, over), longest.toNanos(), TimeUnit.NANOSECONDS);
    boolean sound = false;
    try {
      R result = exchange.apply(client);
      sound = true;
      return result;
    } catch (ProcessingException | IllegalStateException e) {
      throw over.get() ? new EndlessAnswer("There is no end of the answer after " + longest) : e;
    } finally {
      cut.cancel(false);
      if (over.compareAndSet(false, true)) {
        end(client, sound);
      }
    }
  }

  private synchronized Optional<T> idle() {
    return Optional.ofNullable(idle.pollLast());
  }

  private void cut(T client, AtomicBoolean over) {
    if (over.compareAndSet(false, true)) {
      closeAside(client);
    }
  }

  private void end(T client, boolean sound) {
    synchronized (this) {
      if (sound && !closed) {
        idle.addLast(client);
        return;
      }
    }
    closeAside(client);
  }

  /** A connection may take its time to close; nobody is to wait for it. */
  private void closeAside(T client) {
    Thread.ofPlatform()
        .daemon(true)
        .name("cornershop-outbound-end")
        .start(() -> OutboundHttp.close(client));
  }

  /** Lets the connections go; those in use when their exchange is over. */
  @Override
  public void close() {
    timer.shutdown();
    synchronized (this) {
      closed = true;
    }
    for (Optional<T> client = idle(); client.isPresent(); client = idle()) {
      OutboundHttp.close(client.get());
    }
  }
}
