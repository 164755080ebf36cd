package io.cornershop.testing;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Asks a node all the time whether it has started, from before it listens. */
public final class StartWatch implements AutoCloseable {

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final CompletableFuture<String> up = new CompletableFuture<>();

  private StartWatch() {}

  /** Begins to ask the node at {@code base}, until it says for the first time that it has. */
  public static StartWatch of(URI base) {
    StartWatch watch = new StartWatch();
    Thread.ofVirtual().start(() -> watch.ask(base.resolve("/health/started")));
    return watch;
  }

  private void ask(URI question) {
    while (!up.isDone()) {
      try {
        var connection = (HttpURLConnection) question.toURL().openConnection();
        if (connection.getResponseCode() == HttpURLConnection.HTTP_OK) {
          byte[] answer = connection.getInputStream().readAllBytes();
          up.complete(new String(answer, StandardCharsets.UTF_8));
        }
      } catch (IOException e) {
        // it does not listen, or not any more
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** What it said at the first time. */
  public String firstUp() {
    try {
      return up.get(1, TimeUnit.MINUTES);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("It was never up", e);
    }
  }

  /** What it said at the first time, empty if it has not. */
  public String soFar() {
    return up.getNow("");
  }

  @Override
  public void close() {
    up.cancel(false);
  }
}
