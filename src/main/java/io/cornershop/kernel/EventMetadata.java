package io.cornershop.kernel;

import java.util.Optional;

/**
 * Where an event comes from. {@code correlationId} is kept from the first request through
 * everything it causes; {@code causationId} is the command or event that caused this one.
 *
 * @param source the part of the shop, or the outside producer, that spoke
 * @param traceparent the piece of work that it is part of, as W3C says; where nobody notes any,
 *     what the first request has sent
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

  /**
   * The metadata of what an event with this metadata causes. Of the request that began it all, who
   * and why go on; from which machine it came does not.
   *
   * @param eventId of that event
   * @param newSource the part of the shop that goes on
   */
  public EventMetadata causing(String eventId, String newSource) {
    return new EventMetadata(
        correlationId,
        eventId,
        userId,
        newSource,
        sessionId,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        traceparent);
  }

  /** The same as part of this piece of work; unchanged where nobody notes it. */
  public EventMetadata in(Span work) {
    return work.context().map(this::under).orElse(this);
  }

  /** The same as part of another piece of work. */
  public EventMetadata under(String work) {
    return with(saga, Optional.of(work));
  }

  /** The same as a step of a process. */
  public EventMetadata in(SagaStep step) {
    return with(Optional.of(step), traceparent);
  }

  private EventMetadata with(Optional<SagaStep> step, Optional<String> work) {
    return new EventMetadata(
        correlationId, causationId, userId, source, sessionId, ipAddress, userAgent, step, work);
  }
}
