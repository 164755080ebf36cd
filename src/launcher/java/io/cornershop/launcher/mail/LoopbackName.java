package io.cornershop.launcher.mail;

import com.sun.net.httpserver.HttpExchange;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a caller calls this machine: a page from elsewhere that reached it has another name for it.
 */
final class LoopbackName {

  private static final Pattern OURS = Pattern.compile("(127\\.0\\.0\\.1|localhost)(:\\d+)?");

  private LoopbackName() {}

  /** Whether the caller came by a name of the loopback. */
  static boolean isUsedBy(HttpExchange exchange) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
        .filter(host -> OURS.matcher(host).matches())
        .isPresent();
  }
}
