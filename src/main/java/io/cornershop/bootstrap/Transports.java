package io.cornershop.bootstrap;

import io.cornershop.notifications.Channel;
import io.cornershop.notifications.messages.Transport;
import java.util.Map;

/** The ways out of the house that are configured. */
record Transports(Map<Channel, Transport> all) {

  Transports {
    all = Map.copyOf(all);
  }
}
