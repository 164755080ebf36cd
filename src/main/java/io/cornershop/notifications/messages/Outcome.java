package io.cornershop.notifications.messages;

import java.time.Duration;
import java.util.Optional;

/** What became of an attempt to deliver a message. */
public sealed interface Outcome {

  /** The word for it in metrics and traces. */
  default String word() {
    return switch (this) {
      case Sent o -> "sent";
      case Refused o -> "refused";
      case NotNow o -> o.whom() == Whom.ONE ? "deferred" : "not_now";
      case Unknown o -> "unknown";
    };
  }

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
   * @param whom what stands in the way
   */
  record NotNow(String reason, Optional<Duration> retryAfter, Whom whom) implements Outcome {

    /** Nothing goes to this provider, as far as this attempt can tell. */
    public NotNow(String reason, Optional<Duration> retryAfter) {
      this(reason, retryAfter, Whom.EVERYBODY);
    }

    /** The provider has answered, and what it said is of this address or message alone. */
    public static NotNow ofOne(String reason, Optional<Duration> retryAfter) {
      return new NotNow(reason, retryAfter, Whom.ONE);
    }
  }

  /** To whom it matters that a message cannot be sent now. */
  enum Whom {
    /** Whoever is to be reached by this provider. */
    EVERYBODY,
    /** Nobody but the one that it was for: the provider takes what is for others. */
    ONE
  }

  /** The provider may or may not have it; it must not be sent again without asking. */
  record Unknown(String reason) implements Outcome {}
}
