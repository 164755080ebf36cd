package io.cornershop.eventing.store;

import java.time.Clock;
import java.util.List;

/**
 * Makes of what a writer wants the commit that is stored: each event is encoded once, measured and
 * hashed. Immutable and thread-safe.
 *
 * @param clock tells {@code appendedAt}, which orders nothing
 */
public record CommitSealing(StoreLimits limits, CommitSeals seals, Clock clock) {

  /**
   * The sealed commit.
   *
   * @throws io.cornershop.kernel.TooLarge when it does not keep the limits
   */
  public Commit seal(NewCommit wanted, String epoch) {
    List<byte[]> events = CommitHash.encoded(wanted.events());
    limits.require(events);
    Commit unhashed = wanted.unhashed(clock.instant(), epoch);
    return unhashed.hashed(seals.seal(unhashed, events));
  }
}
