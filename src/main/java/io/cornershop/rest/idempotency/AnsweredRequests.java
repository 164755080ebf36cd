package io.cornershop.rest.idempotency;

/**
 * What was answered under each idempotency key. Implementations are thread-safe; they throw {@link
 * io.cornershop.kernel.Unavailable} when the database does not answer.
 */
public interface AnsweredRequests {

  /**
   * Asks for the right to run a request.
   *
   * @param id names caller, operation and key
   * @param fingerprint of the request's content
   */
  Claim claim(String id, String fingerprint);

  /** Keeps the answer of a claimed request. */
  void answered(Claim.Granted claim, StoredAnswer answer);

  /** Gives a claim back: the request was refused, a repeat may run. */
  void refused(Claim.Granted claim);
}
