package io.cornershop.archfixtures.eventing.events;

import io.cornershop.archfixtures.eventing.store.OpensACycle;

/** One half of a cycle. */
public interface ClosesACycle {
  /** The other half. */
  OpensACycle other();
}
