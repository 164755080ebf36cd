package io.cornershop.eventing.consuming.lanes;

/** Within it a handler gets its events in order; without a handler, whole records are in order. */
public record LaneKey(String handler, String key) {

  private static final String NONE = "";

  /** The lane of what a partition gives before it is known what is held. */
  public static LaneKey ofPartition(String partition) {
    return new LaneKey("?", partition);
  }

  /** The lane of whole records of a key. */
  public static LaneKey ofRecords(String key) {
    return new LaneKey(NONE, key);
  }
}
