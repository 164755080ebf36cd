package io.cornershop.kernel;

import java.util.Optional;

/**
 * Where an event comes from. {@code correlationId} is kept from the first request through
 * everything it causes; {@code causationId} is the command or event that caused this one.
 *
 * @param source the part of the shop, or the outside producer, that spoke
 */
public record EventMetadata(
    String correlationId,
    String causationId,
    String userId,
    String source,
    Optional<String> sessionId,
    Optional<String> ipAddress,
    Optional<String> userAgent,
    Optional<SagaStep> saga,
    Optional<String> traceparent) {

  /**
   * The step of a process that caused an event.
   *
   * @param totalSteps how many steps the process has
   */
  public record SagaStep(String sagaId, String step, int totalSteps) {}

  /** Metadata without the optional parts. */
  public static EventMetadata of(
      String correlationId, String causationId, String userId, String source) {
    return new EventMetadata(
        correlationId,
        causationId,
        userId,
        source,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
