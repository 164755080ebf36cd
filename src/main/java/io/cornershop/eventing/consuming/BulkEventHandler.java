package io.cornershop.eventing.consuming;

import io.cornershop.eventing.events.EventEnvelope;
import java.util.List;

/**
 * A handler that does many events at a price little above that of one, such as one bulk write for
 * all of them. The engine gathers what waits for it, of all its keys, and gives it together.
 *
 * <p>An event is given by {@link #handleAll} or by {@link #handle}, as the engine decides; what is
 * promised about keys and order holds over both. A key that has failed is not part of a list until
 * its failed event was handled.
 */
public interface BulkEventHandler extends EventHandler {

  /**
   * Handles events of many keys, at least one and at most a few hundred. Those of one key are in
   * the order of the topic; the order between keys says nothing. No other call for any of these
   * keys runs at the same time, one for other keys may. Effects are durable when the method
   * returns, and a repeat has no second effect.
   *
   * @param events unmodifiable
   * @throws RuntimeException when it is not certain that all was done; some of it may be. The
   *     engine then gives each event again by {@link #handle}, so that only the keys that really
   *     fail are held
   */
  void handleAll(List<EventEnvelope> events);
}
