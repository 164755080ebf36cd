package io.cornershop.payments.gateway.stripe;

import io.cornershop.payments.gateway.stripe.StripeRequest.Cancel;
import io.cornershop.payments.gateway.stripe.StripeRequest.Capture;
import io.cornershop.payments.gateway.stripe.StripeRequest.Create;
import io.cornershop.payments.gateway.stripe.StripeRequest.Find;
import io.cornershop.payments.gateway.stripe.StripeRequest.Refund;
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

/** Asks with the HTTP client of the JDK, outside of the server. Thread-safe. */
final class JdkCalls implements StripeCalls, AutoCloseable {

  private static final String INTENTS = "/v1/payment_intents";

  private final HttpClient http;
  private final StripeSettings settings;

  JdkCalls(StripeSettings settings) {
    this.settings = settings;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.timeout())
            .build();
  }

  @Override
  public Optional<StripeReply> ask(StripeRequest request) {
    return switch (request) {
      case Create r -> post(INTENTS, r.key(), r.fields());
      case Capture r -> post(INTENTS + "/" + r.intent() + "/capture", r.key(), r.fields());
      case Cancel r -> post(INTENTS + "/" + r.intent() + "/cancel", r.key(), Map.of());
      case Refund r -> post("/v1/refunds", r.key(), r.fields());
      case Find r -> send(request(INTENTS + "/" + r.intent()).GET().build());
    };
  }

  private Optional<StripeReply> post(String path, String key, Map<String, String> fields) {
    return send(
        request(path)
            .header("Idempotency-Key", key)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(fields)))
            .build());
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
      return Optional.of(StripeReply.of(response.statusCode(), response.body()))
          .filter(StripeReply::isJudged);
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
