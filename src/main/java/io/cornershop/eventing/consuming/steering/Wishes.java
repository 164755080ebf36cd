package io.cornershop.eventing.consuming.steering;

import java.util.function.UnaryOperator;

/**
 * Keeps the wish of each channel. Implementations are thread-safe, and what a call has returned is
 * durable and seen by every node. Every method throws {@link io.cornershop.kernel.Unavailable} when
 * the database does not answer; then it is not certain what was written.
 */
public interface Wishes {

  /** The present wish; {@link Wish#none} when nobody ever wished anything. */
  Wish of(String channel);

  /**
   * Changes a wish; of changes at the same moment none is lost.
   *
   * @param change pure, may be called more than once; what it says about {@link Wish#carriedOut} is
   *     passed over
   * @return the wish after the change
   */
  Wish change(String channel, UnaryOperator<Wish> change);

  /** Notes that a partition has carried out a seek; a lower number than noted changes nothing. */
  void carriedOut(String channel, String topic, int partition, long number);
}
