package io.cornershop.kernel;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * What a reader insists on seeing.
 *
 * @param minSequence the sequence of its own write; empty when it has none in mind
 * @param patience how long it is ready to wait; when not zero and no sequence is given, for any
 *     event at all
 */
public record OwnWrite(OptionalLong minSequence, Duration patience) {

  /** The sequence that the answer must include, 0 when anything will do. */
  public long wanted() {
    return minSequence.orElse(patience.isZero() ? 0 : 1);
  }
}
