package io.cornershop.notifications.ledger;

/** Where a message stands; the names are the contract's. */
public enum State {
  /** Waits for its time. */
  PENDING,
  /** Somebody is trying. */
  SENDING,
  /** The provider has it. */
  SENT,
  /** It will never be sent. */
  FAILED,
  /** The provider may or may not have it. */
  UNKNOWN,
  /** It was never to be sent. */
  SUPPRESSED,
  /** It was not sent while it was of use. */
  EXPIRED;

  /** Whether it is not known yet what becomes of it, or has become. */
  public boolean isUnsettled() {
    return isOpen() || this == UNKNOWN;
  }

  /** Whether an operator can have it sent again. */
  public boolean canBeResent() {
    return this == FAILED || this == UNKNOWN || this == EXPIRED;
  }

  /** Whether it must still be looked after. */
  public boolean isOpen() {
    return this == PENDING || this == SENDING;
  }
}
