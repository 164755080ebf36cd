package io.cornershop.monitoring;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes what Alertmanager tells, instead of people. */
final class ToldAlerts implements AutoCloseable {

  private final Set<String> names = new ConcurrentSkipListSet<>();
  private final Set<String> over = new ConcurrentSkipListSet<>();
  private final HttpServer server;

  ToldAlerts() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** The names of those that have been told so far. */
  Set<String> names() {
    return Set.copyOf(names);
  }

  /** The names of those of which has been told that they are over. */
  Set<String> over() {
    return Set.copyOf(over);
  }

  /** Forgets what has been told so far. */
  void forget() {
    names.clear();
    over.clear();
  }

  private void note(JsonNode alert) {
    Set<String> told = alert.path("status").asString().equals("resolved") ? over : names;
    told.add(alert.at("/labels/alertname").asString());
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonMapper.shared().readTree(exchange.getRequestBody()).path("alerts").forEach(this::note);
      exchange.sendResponseHeaders(200, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
