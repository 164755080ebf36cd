package io.cornershop.notifications.push;

import io.cornershop.notifications.NotificationId;
import io.cornershop.outbound.HttpCall;
import io.cornershop.outbound.HttpTraces;
import io.cornershop.outbound.HttpTraces.HttpSpan;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Talks to push services: one request each time, no redirect, and never longer than connection and
 * answer may take, whatever the other side does. Thread-safe.
 */
final class PushLine implements AutoCloseable {

  /** What 24 bytes give in Base64: as long as a topic may be (RFC 8030, section 5.4). */
  private static final int TOPIC_BYTES = 24;

  private final HttpClient http;
  private final Vapid vapid;
  private final PushSettings settings;
  private final HttpTraces traces;

  PushLine(Vapid vapid, PushSettings settings, HttpTraces traces) {
    this.vapid = vapid;
    this.settings = settings;
    this.traces = traces;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(settings.timeout())
            .followRedirects(Redirect.NEVER)
            .build();
  }

  PushReply send(URI endpoint, NotificationId id, byte[] body) {
    Duration deadline = settings.timeout().multipliedBy(2);
    HttpRequest request = request(endpoint, id, body);
    HttpSpan span = traces.begin(HttpCall.toStranger(request.method()));
    CompletableFuture<HttpResponse<Void>> answer =
        http.sendAsync(request, BodyHandlers.discarding());
    try {
      HttpResponse<Void> response = answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
      span.answered(response.statusCode());
      return new PushReply.Answered(
          response.statusCode(), response.headers().firstValue("Retry-After"));
    } catch (ExecutionException e) {
      span.failed(e);
      return failed(e.getCause());
    } catch (TimeoutException e) {
      span.failed(e);
      answer.cancel(true);
      return new PushReply.Lost("The push service does not come to an end");
    } catch (InterruptedException e) {
      span.failed(e);
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new PushReply.Lost("The sender was stopped");
    }
  }

  private static PushReply failed(Throwable failure) {
    return switch (failure) {
      case ConnectException e -> new PushReply.NotConnected("There is no connection");
      case HttpConnectTimeoutException e -> new PushReply.NotConnected("There is no connection");
      case UnresolvedAddressException e -> new PushReply.NotConnected("There is no connection");
      default -> new PushReply.Lost("The push service gives no answer");
    };
  }

  private HttpRequest request(URI endpoint, NotificationId id, byte[] body) {
    return HttpRequest.newBuilder(endpoint)
        .version("https".equals(endpoint.getScheme()) ? Version.HTTP_2 : Version.HTTP_1_1)
        .timeout(settings.timeout())
        .header("Authorization", vapid.authorization(endpoint))
        .header("TTL", String.valueOf(settings.timeToLive().toSeconds()))
        .header("Urgency", "normal")
        .header("Topic", topicOf(id))
        .header("Content-Encoding", "aes128gcm")
        .header("Content-Type", "application/octet-stream")
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }

  /** The same for each attempt of a message. */
  static String topicOf(NotificationId id) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(id.value().getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, TOPIC_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }
}
