package io.cornershop.bootstrap;

import io.cornershop.eventing.consuming.EventHandler;
import java.util.List;

/** All events of which somebody is told. */
record Tellings(List<EventHandler> all) {

  Tellings {
    all = List.copyOf(all);
  }
}
