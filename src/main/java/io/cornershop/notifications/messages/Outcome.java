package io.cornershop.notifications.messages;

import java.time.Duration;
import java.util.Optional;

/** What became of an attempt to deliver a message. */
public sealed interface Outcome {

  /**
   * The provider has taken it over.
   *
   * @param reference by which the provider knows it; empty when it tells none
   */
  record Sent(String reference) implements Outcome {}

  /**
   * It was not sent and will never be.
   *
   * @param reason one line without personal data
   * @param addressGone whether this address will never be reached again
   */
  record Refused(String reason, boolean addressGone) implements Outcome {}

  /**
   * It was certainly not sent; it may be tried again.
   *
   * @param retryAfter what the provider asks for
   */
  record NotNow(String reason, Optional<Duration> retryAfter) implements Outcome {}

  /** The provider may or may not have it; it must not be sent again without asking. */
  record Unknown(String reason) implements Outcome {}
}
