package io.cornershop.eventing.projections.rebuild;

import java.time.Duration;

/**
 * How rebuilds go about it.
 *
 * @param poll how often a node looks for jobs and changes; also how often an owner gives a sign of
 *     life, at least
 * @param pollsUntilTakeOver how many polls a job may stand still before another node takes it
 * @param settle how long to wait after live events were told to reach the new version, until none
 *     is handled any more without knowing: longer than any node believes what it has seen
 * @param commitsAtOnce how many commits make a batch at most; a row is written once in it, and then
 *     a checkpoint
 * @param looks how often rows that are not the same are looked at again
 */
public record RebuildSettings(
    Duration poll, int pollsUntilTakeOver, Duration settle, int commitsAtOnce, int looks) {

  /** How old what a node knows of the versions may be. */
  public static final Duration OLDEST_KNOWLEDGE = Duration.ofSeconds(1);

  /** The usual ones. */
  public static final RebuildSettings USUAL =
      new RebuildSettings(Duration.ofMillis(500), 20, OLDEST_KNOWLEDGE.multipliedBy(3), 4_000, 10);
}
