package io.cornershop.notifications.delivery;

import io.cornershop.kernel.Span;
import io.cornershop.notifications.messages.Outcome;
import java.util.function.Supplier;

/** A call of a transport that is noted: whatever is not sent is a failure. */
final class NotedCall {

  private NotedCall() {}

  /** Calls as part of {@code span}, and ends it. */
  static Outcome of(Span span, Supplier<Outcome> call) {
    try (Span.Present here = span.enter()) {
      Outcome outcome = call.get();
      if (outcome instanceof Outcome.Sent) {
        span.told(outcome.word());
      } else {
        span.failed(outcome.word());
      }
      return outcome;
    } finally {
      span.end();
    }
  }
}
