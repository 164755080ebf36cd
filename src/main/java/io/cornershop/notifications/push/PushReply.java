package io.cornershop.notifications.push;

import java.util.Optional;

/** What came of a request to a push service. */
sealed interface PushReply {

  /** It has answered. */
  record Answered(int status, Optional<String> retryAfter) implements PushReply {}

  /** It was certainly not reached. */
  record NotConnected(String reason) implements PushReply {}

  /** It may have been reached. */
  record Lost(String reason) implements PushReply {}
}
