package io.cornershop.payments.gateway.stripe;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sends form-encoded requests. Every one ends within the timeout; none is repeated here.
 * Thread-safe.
 */
final class StripeHttp implements AutoCloseable {

  private final HttpClient http;
  private final StripeSettings settings;

  StripeHttp(StripeSettings settings) {
    this.settings = settings;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.timeout())
            .build();
  }

  /** The answer; empty when there was none, in which case it may have been done or not. */
  Optional<StripeReply> post(String path, String key, Map<String, String> fields) {
    return send(
        request(path)
            .header("Idempotency-Key", key)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(fields)))
            .build());
  }

  Optional<StripeReply> get(String path) {
    return send(request(path).GET().build());
  }

  private HttpRequest.Builder request(String path) {
    Duration timeout = settings.timeout();
    return HttpRequest.newBuilder(URI.create(settings.baseUrl() + path))
        .timeout(timeout)
        .header("Authorization", "Bearer " + settings.secretKey());
  }

  private Optional<StripeReply> send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      return Optional.of(StripeReply.of(response.statusCode(), response.body()));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }
}
