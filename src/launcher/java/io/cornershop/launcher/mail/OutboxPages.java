package io.cornershop.launcher.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The SMS provider and the push service of the local run, in the shapes of Twilio and of RFC 8030:
 * below {@value #SMS} and {@value #PUSH}. Delivers nothing; what came is on {@value #SHOWN}, the
 * newest first, {@code ?to=} for one number or subscription. Answers nobody who came by another
 * name than the loopback's.
 */
final class OutboxPages implements HttpHandler {

  static final String SMS = "/sms";
  static final String PUSH = "/push/";
  static final String SHOWN = "/api/outbox";

  private static final String MESSAGES = SMS + "/2010-04-01/Accounts/local/Messages.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST_BYTES = 64 << 10;
  private static final int SHOWN_AT_MOST = 200;

  private record Answer(int status, Object body) {}

  private final Outbox outbox;

  OutboxPages(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(
          exchange,
          LoopbackName.isUsedBy(exchange)
              ? answer(exchange)
              : new Answer(403, Map.of("message", "Not by this name")));
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
    Map<String, String> query =
        fields(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
    return switch (exchange.getRequestMethod() + " " + path) {
      case "POST " + MESSAGES -> taken(fields(new String(body, StandardCharsets.UTF_8)));
      case "GET " + MESSAGES ->
          new Answer(
              200, Map.of("messages", found(query.get("To")).stream().map(this::sms).toList()));
      case "GET " + SHOWN -> new Answer(200, Map.of("items", found(query.get("to"))));
      default ->
          path.startsWith(PUSH) && exchange.getRequestMethod().equals("POST")
              ? pushed(exchange, path, body.length)
              : new Answer(404, Map.of("code", 20404, "message", "Not here"));
    };
  }

  private Answer taken(Map<String, String> fields) {
    String to = fields.getOrDefault("To", "");
    return to.startsWith("+")
        ? new Answer(201, sms(outbox.add("SMS", to, fields.getOrDefault("Body", ""))))
        : new Answer(400, Map.of("code", 21211, "message", "Not a number"));
  }

  private Map<String, Object> sms(Outbox.Message message) {
    return Map.of(
        "sid", message.id(), "to", message.to(), "body", message.text(), "status", "delivered");
  }

  private Answer pushed(HttpExchange exchange, String path, int size) {
    String topic = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Topic")).orElse("");
    return new Answer(
        201, outbox.add("PUSH", path, "%d encrypted bytes, topic %s".formatted(size, topic)));
  }

  private List<Outbox.Message> found(String to) {
    return outbox.newest(SHOWN_AT_MOST, message -> to == null || message.to().equals(to));
  }

  private static Map<String, String> fields(String form) {
    Map<String, String> fields = new HashMap<>();
    Arrays.stream(form.split("&"))
        .map(field -> field.split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> fields.put(decoded(pair[0]), decoded(pair[1])));
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(answer.body());
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
