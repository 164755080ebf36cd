package io.cornershop.rest.idempotency;

/** What a request under an idempotency key is told when it wants to run. */
public sealed interface Claim {

  /**
   * Run it.
   *
   * @param lease names this run
   */
  record Granted(String id, String lease) implements Claim {}

  /** It ran before; this was the answer. */
  record Answered(StoredAnswer answer) implements Claim {}

  /** It is running now. */
  record Running() implements Claim {}

  /** The key was used for another content. */
  record Reused() implements Claim {}
}
