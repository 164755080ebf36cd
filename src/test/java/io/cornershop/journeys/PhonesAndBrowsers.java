package io.cornershop.journeys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cornershop.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * An SMS provider of Twilio's shape and a push service (RFC 8030) on a free port. Both take every
 * message; while they are silent they take it and do not answer.
 */
final class PhonesAndBrowsers implements AutoCloseable {

  private static final String SMS = "/2010-04-01/Accounts/test/Messages.json";
  private static final String PUSH = "/push/ada";

  /** An SMS as it came. */
  record Text(String sid, String to, String body, String status) {}

  private final HttpServer server;
  private final ExecutorService answering = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Text> texts = new CopyOnWriteArrayList<>();
  private final List<byte[]> pushed = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean silent;

  private PhonesAndBrowsers() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(answering);
    server.createContext(SMS, this::text);
    server.createContext(PUSH, this::push);
    server.start();
  }

  static PhonesAndBrowsers open() throws IOException {
    return new PhonesAndBrowsers();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Where the browser is reached. */
  String endpoint() {
    return url() + PUSH;
  }

  void silent(boolean now) {
    silent = now;
  }

  List<Text> texts() {
    return List.copyOf(texts);
  }

  /** As they came, encrypted. */
  List<byte[]> pushed() {
    return List.copyOf(pushed);
  }

  private void text(HttpExchange exchange) throws IOException {
    byte[] form = exchange.getRequestBody().readAllBytes();
    if (exchange.getRequestMethod().equals("GET")) {
      answer(exchange, 200, Map.of("messages", texts));
      return;
    }
    Map<String, String> fields = fields(new String(form, StandardCharsets.UTF_8));
    Text text = new Text("SM" + texts.size(), fields.get("To"), fields.get("Body"), "delivered");
    texts.add(text);
    answer(exchange, 201, text);
  }

  private static Map<String, String> fields(String form) {
    return Arrays.stream(form.split("&"))
        .map(field -> field.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> decoded(pair[1])));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private void push(HttpExchange exchange) throws IOException {
    pushed.add(exchange.getRequestBody().readAllBytes());
    answer(exchange, 201, Map.of());
  }

  private void answer(HttpExchange exchange, int status, Object body) throws IOException {
    try (exchange) {
      if (silent) {
        closed.await();
      }
      byte[] bytes = Json.TOLERANT.writeValueAsBytes(body);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    answering.shutdownNow();
  }
}
