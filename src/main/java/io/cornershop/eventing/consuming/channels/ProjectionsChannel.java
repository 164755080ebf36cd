package io.cornershop.eventing.consuming.channels;

import io.cornershop.eventing.consuming.Channels;
import io.cornershop.eventing.consuming.partitions.PolledRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Feeds the views. */
@ApplicationScoped
class ProjectionsChannel {

  @Inject Consumers consumers;

  @Incoming(Channels.PROJECTIONS)
  void on(PolledRecords polled) {
    consumers.accept(Channels.PROJECTIONS, polled);
  }
}
