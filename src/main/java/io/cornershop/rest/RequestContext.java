package io.cornershop.rest;

import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.EventMetadata;
import io.cornershop.security.Caller;
import io.cornershop.security.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/**
 * What the running request says about itself, as the command handler wants to know it.
 *
 * <p>With an {@code Idempotency-Key} all ids are derived from caller, operation and key: a repeat
 * sends the same commands and creates the same things, even when the answer of the first was lost.
 * The n-th {@link #command} and the n-th {@link #newId} of a request are always the same, so a
 * resource must ask for them in the same order each time.
 */
@RequestScoped
public class RequestContext {

  private static final String SOURCE = "api";

  @Inject private HttpServletRequest http;
  @Inject private CurrentCaller currentCaller;

  private int commands;
  private int ids;

  /** Who calls. */
  public Caller caller() {
    return currentCaller.get();
  }

  /** The correlation id of the request. */
  public String correlationId() {
    return Correlation.of(http);
  }

  /**
   * The context of the next command of this request.
   *
   * @throws io.cornershop.kernel.InvalidValue when Idempotency-Key or If-Match is malformed
   */
  public CommandContext command() {
    String commandId = next("command", commands++);
    return new CommandContext(
        new CommandId(commandId),
        RequestHeaders.expectedSequence(header(RequestHeaders.IF_MATCH)),
        metadata(commandId));
  }

  /** A new id, for something that this request creates. */
  public String newId() {
    return next("id", ids++);
  }

  private String next(String kind, int index) {
    return idempotencyScope()
        .map(scope -> CommandId.of(scope, kind, Integer.toString(index)).value())
        .orElseGet(Correlation::newId);
  }

  /**
   * A hash of caller, operation and idempotency key; empty without a key.
   *
   * @throws io.cornershop.kernel.InvalidValue when the key is malformed
   */
  Optional<String> idempotencyScope() {
    return RequestHeaders.idempotencyKey(header(RequestHeaders.IDEMPOTENCY_KEY))
        .map(key -> CommandId.of(caller().userId(), http.getMethod(), http.getRequestURI(), key))
        .map(CommandId::value);
  }

  private EventMetadata metadata(String commandId) {
    return new EventMetadata(
        correlationId(),
        commandId,
        caller().userId(),
        SOURCE,
        Optional.empty(),
        Optional.ofNullable(http.getRemoteAddr()),
        RequestHeaders.userAgent(header(HttpHeaders.USER_AGENT)),
        Optional.empty(),
        RequestHeaders.traceparent(header(RequestHeaders.TRACEPARENT)));
  }

  private Optional<String> header(String name) {
    return Optional.ofNullable(http.getHeader(name));
  }
}
