package io.cornershop.eventing.consuming;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One channel as an operator sees it on this node, at one moment. Immutable.
 *
 * @param inFlight records that were polled and are not finished
 * @param held the keys that stand still, the longest first
 * @param stuck the handlers that do not return, the longest first
 * @param healed how often, since this node started, a partition lacked events and got them from the
 *     event store
 * @param passedOver how many records, since this node started, came again and were passed over
 *     because an operator had discarded them
 * @param ofOtherLives how many records, since this node started, no handler got because another
 *     life of the store has written them, or nobody known
 * @param lastError the last failure of the channel itself, not of a handler
 */
public record ConsumerStatus(
    String channel,
    String group,
    State state,
    List<Partition> partitions,
    int inFlight,
    List<Held> held,
    List<Stuck> stuck,
    int healed,
    long passedOver,
    long ofOtherLives,
    Optional<String> lastError) {

  /** What the channel is doing. */
  public enum State {
    /** This node does not have the channel's role. */
    INACTIVE,
    /** The application has not started. */
    WAITING,
    /** Polling, or waiting for room. */
    RUNNING,
    /** An operator has paused it, or it is not known yet whether one has. */
    PAUSED,
    /** The consumer failed and is opened again. */
    RECOVERING,
    /** The application stops. */
    STOPPED
  }

  /**
   * A partition that this node reads.
   *
   * @param position the offset after the last record that was polled
   * @param committed everything before it is finished
   * @param lag how many records the broker has after the position
   * @param oldest the first unfinished record
   * @param history whether it gets what the topic does not have from the event store
   */
  public record Partition(
      String topic,
      int partition,
      Optional<Long> position,
      Optional<Long> committed,
      int unfinished,
      OptionalLong lag,
      Optional<Oldest> oldest,
      boolean history) {}

  /**
   * A record that is not finished.
   *
   * @param offset below zero for one that came from the event store
   * @param age how long this node has had it
   * @param written when it was written to the topic, by the clock of who wrote it; empty where that
   *     is not known, as of one that came from the event store
   */
  public record Oldest(long offset, Duration age, Optional<Instant> written) {

    /** One of which nobody knows when it was written. */
    public Oldest(long offset, Duration age) {
      this(offset, age, Optional.empty());
    }
  }

  /**
   * A key that stands still behind an event that failed.
   *
   * @param reason the class of the failure and its message
   */
  public record Held(
      String handler,
      String key,
      String event,
      String kind,
      int attempts,
      Instant since,
      String reason) {}

  /**
   * A handler that was called and has not returned for too long.
   *
   * @param event the event, or the first of those that it was given
   */
  public record Stuck(String handler, String event, Duration age) {}
}
