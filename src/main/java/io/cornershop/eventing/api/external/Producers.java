package io.cornershop.eventing.api.external;

import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.EventMetadata;

/** Where events of outside producers come from. Pure. */
final class Producers {

  private Producers() {}

  /** The metadata of the request, with the producer as the source. */
  static EventMetadata metadata(CommandContext context) {
    EventMetadata m = context.metadata();
    return new EventMetadata(
        m.correlationId(),
        m.causationId(),
        m.userId(),
        m.userId(),
        m.sessionId(),
        m.ipAddress(),
        m.userAgent(),
        m.saga(),
        m.traceparent());
  }
}
