package io.cornershop.archfixtures.eventing.store;

import io.cornershop.archfixtures.eventing.events.ClosesACycle;

/** The half that its row allows. */
public interface OpensACycle {
  /** The other half. */
  ClosesACycle other();
}
