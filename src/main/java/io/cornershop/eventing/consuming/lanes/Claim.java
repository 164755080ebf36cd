package io.cornershop.eventing.consuming.lanes;

/** Whether this node may still work on a record. */
public enum Claim {
  /** The partition is ours: try, and try again. */
  OURS,
  /** The partition is about to leave: finish what works, wait for nothing. */
  LEAVING,
  /** The partition has left: another node handles the record. */
  GONE
}
