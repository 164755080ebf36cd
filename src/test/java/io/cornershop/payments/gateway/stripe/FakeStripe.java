package io.cornershop.payments.gateway.stripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cornershop.payments.gateway.Moved;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Payment intents and refunds over HTTP, as far as Stripe's reference describes them: manual
 * capture, keys that are answered with the first answer, errors with type and code. One request at
 * a time.
 */
final class FakeStripe implements AutoCloseable {

  /** A request as it came. */
  record Request(String method, String path, String key, Map<String, String> fields) {}

  private record Reply(int status, String body) {}

  private final Map<String, FakeIntent> intents = new HashMap<>();
  private final Map<String, Reply> answered = new HashMap<>();
  private final Map<String, Integer> silent = new HashMap<>();
  private final List<Request> requests = new ArrayList<>();
  private final List<Reply> planned = new ArrayList<>();
  private final HttpServer server;

  private FakeStripe(HttpServer server) {
    this.server = server;
  }

  static FakeStripe start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    FakeStripe stripe = new FakeStripe(server);
    server.createContext("/", stripe::handle);
    server.start();
    return stripe;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  Moved moved(String reference) {
    return intents.get(reference).moved();
  }

  /** Answers the next request so, whatever it asks for; nothing is done. */
  void next(int status, String body) {
    planned.add(new Reply(status, body));
  }

  private void handle(HttpExchange http) throws IOException {
    Request request = read(http);
    requests.add(request);
    Reply reply =
        planned.isEmpty()
            ? answered.computeIfAbsent(request.key(), key -> answer(request))
            : planned.removeFirst();
    if (isSilent(request)) {
      http.close();
      return;
    }
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    http.sendResponseHeaders(reply.status(), body.length);
    http.getResponseBody().write(body);
    http.close();
  }

  private boolean isSilent(Request request) {
    boolean silentCard = "sandbox-timeout".equals(request.fields().get("payment_method"));
    return silentCard && silent.merge(request.key(), 1, Integer::sum) <= 2;
  }

  private static Request read(HttpExchange http) throws IOException {
    String form = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> fields =
        Arrays.stream(form.split("&"))
            .filter(field -> !field.isEmpty())
            .map(field -> field.split("=", 2))
            .collect(Collectors.toMap(f -> decoded(f[0]), f -> decoded(f[1])));
    String path = http.getRequestURI().getPath();
    String key = http.getRequestHeaders().getFirst("Idempotency-Key");
    String always = "GET " + path + " " + System.nanoTime();
    return new Request(http.getRequestMethod(), path, key == null ? always : key, fields);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private Reply answer(Request request) {
    String[] steps = request.path().split("/");
    if (request.path().equals("/v1/refunds")) {
      return refund(request.fields());
    }
    if (steps.length == 3) {
      return create(request.fields());
    }
    FakeIntent intent = intents.get(steps[3]);
    if (intent == null) {
      return refused(404, "invalid_request_error", "resource_missing", "");
    }
    if (steps.length == 4) {
      return new Reply(200, intent.json());
    }
    boolean done = steps[4].equals("capture") ? intent.capture() : intent.cancel();
    return done
        ? new Reply(200, intent.json())
        : refused(400, "invalid_request_error", "payment_intent_unexpected_state", "");
  }

  private Reply create(Map<String, String> fields) {
    switch (fields.get("payment_method")) {
      case "sandbox-decline":
        return refused(402, "card_error", "card_declined", "generic_decline");
      case "sandbox-insufficient-funds":
        return refused(402, "card_error", "card_declined", "insufficient_funds");
      default:
        FakeIntent intent =
            new FakeIntent("pi_" + (intents.size() + 1), Long.parseLong(fields.get("amount")));
        intents.put(intent.id(), intent);
        return new Reply(200, intent.json());
    }
  }

  private Reply refund(Map<String, String> fields) {
    boolean done =
        intents.get(fields.get("payment_intent")).refund(Long.parseLong(fields.get("amount")));
    String body = "{\"id\": \"re_%d\", \"object\": \"refund\", \"status\": \"succeeded\"}";
    return done
        ? new Reply(200, body.formatted(answered.size()))
        : refused(400, "invalid_request_error", "amount_too_large", "");
  }

  private static Reply refused(int status, String type, String code, String decline) {
    String declined = decline.isEmpty() ? "" : ", \"decline_code\": \"%s\"".formatted(decline);
    String body =
        "{\"error\": {\"type\": \"%s\", \"code\": \"%s\"%s, \"message\": \"Card 4242 says no\"}}";
    return new Reply(status, body.formatted(type, code, declined));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
