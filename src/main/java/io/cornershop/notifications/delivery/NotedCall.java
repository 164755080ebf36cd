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
      switch (outcome) {
        case Outcome.Sent o -> span.told("sent");
        case Outcome.Refused o -> span.failed("refused");
        case Outcome.NotNow o -> span.failed(o.whom() == Outcome.Whom.ONE ? "deferred" : "not_now");
        case Outcome.Unknown o -> span.failed("unknown");
      }
      return outcome;
    } finally {
      span.end();
    }
  }
}
