package io.cornershop.eventing.consuming.handling;

import io.cornershop.eventing.consuming.lanes.KeyedLanes;
import io.cornershop.eventing.consuming.lanes.LaneKey;

/** Work for one key of one handler. */
interface HandlerWork extends KeyedLanes.Task {

  /** The lane of the key. */
  LaneKey lane();

  /** Whether a bulk handler may get it together with others at this moment. */
  boolean joinsOthers();
}
