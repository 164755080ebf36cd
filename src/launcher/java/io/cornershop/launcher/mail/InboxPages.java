package io.cornershop.launcher.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * The inbox for people and for programs: {@code /}, {@code /messages/<id>}, {@code
 * /messages/<id>/html}; as JSON {@code /api/messages?to=&limit=}, {@code /api/messages/<id>} and
 * DELETE of {@code /api/messages}. Answers nobody who came by another name than the loopback's, so
 * that no page from elsewhere reads it.
 */
final class InboxPages implements HttpHandler {

  private static final Pattern ONE = Pattern.compile("(/api)?/messages/(\\d{1,18})(/html)?");
  private static final Pattern LIMIT = Pattern.compile("(?:^|&)limit=(\\d{1,4})(?:&|$)");
  private static final Pattern TO = Pattern.compile("(?:^|&)to=([^&]*)");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int USUAL = 50;

  /** The page itself; nothing is loaded, nothing runs. */
  private static final String STRICT =
      "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'";

  /** A mail: shut in, but for links that a person follows. */
  private static final String SHUT_IN =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self';"
          + " sandbox allow-popups allow-popups-to-escape-sandbox";

  private record Answer(int status, String type, String policy, String body) {}

  private final Inbox inbox;

  InboxPages(Inbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(
          exchange,
          LoopbackName.isUsedBy(exchange) ? answer(exchange) : text(403, "Not by this name"));
    }
  }

  private Answer answer(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    Matcher one = ONE.matcher(path);
    return switch (exchange.getRequestMethod()) {
      case "GET" -> one.matches() ? one(one) : many(path, query);
      case "DELETE" -> cleared(path);
      default -> text(405, "GET or DELETE");
    };
  }

  private Answer many(String path, String query) {
    Matcher limit = LIMIT.matcher(query);
    int most = limit.find() ? Integer.parseInt(limit.group(1)) : USUAL;
    Matcher to = TO.matcher(query);
    Optional<String> wanted =
        to.find()
            ? Optional.of(URLDecoder.decode(to.group(1), StandardCharsets.UTF_8))
            : Optional.empty();
    List<Mail> mails = inbox.newest(most, wanted);
    return switch (path) {
      case "/" -> html(STRICT, InboxHtml.list(mails));
      case "/api/messages" -> json(Map.of("items", mails));
      default -> text(404, "Not here");
    };
  }

  private Answer one(Matcher path) {
    Optional<Mail> mail = inbox.find(Long.parseLong(path.group(2)));
    if (mail.isEmpty()) {
      return text(404, "No such mail, or no longer");
    }
    if (path.group(1) != null) {
      return json(mail.get());
    }
    return path.group(3) == null
        ? html(STRICT, InboxHtml.one(mail.get()))
        : html(SHUT_IN, mail.get().html());
  }

  private Answer cleared(String path) {
    if (!path.equals("/api/messages")) {
      return text(404, "Not here");
    }
    inbox.clear();
    return text(204, "");
  }

  private static Answer json(Object value) {
    return new Answer(200, "application/json", STRICT, JSON.writeValueAsString(value));
  }

  private static Answer html(String policy, String body) {
    return new Answer(200, "text/html; charset=utf-8", policy, body);
  }

  private static Answer text(int status, String body) {
    return new Answer(status, "text/plain; charset=utf-8", STRICT, body);
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.getResponseHeaders().set("Content-Security-Policy", answer.policy());
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
