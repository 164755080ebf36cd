package io.cornershop.rest.problems;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.interceptor.Interceptor;

/**
 * Knows that the application is about to end. From then on the runtime takes its parts away in no
 * order that a request could rely on, so whatever breaks is an outage and no bug: the caller is
 * told to come again.
 */
@ApplicationScoped
class Stopping {

  private static final Refusal GONE =
      Refusal.of(503, "unavailable", "This node is stopping; repeat with the same key")
          .with("Retry-After", "1");

  /** Outside of the bean, which is taken away too. */
  private static volatile boolean begun;

  void begin(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) Shutdown event) {
    begun = true;
  }

  /** The refusal, or what to say instead of it while the application stops. */
  static Refusal soften(Refusal refusal) {
    return begun && refusal.status() == 500 ? GONE : refusal;
  }
}
