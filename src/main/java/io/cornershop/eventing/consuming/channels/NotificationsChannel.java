package io.cornershop.eventing.consuming.channels;

import io.cornershop.eventing.consuming.Channels;
import io.cornershop.eventing.consuming.partitions.PolledRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Feeds what tells people. */
@ApplicationScoped
class NotificationsChannel {

  @Inject Consumers consumers;

  @Incoming(Channels.NOTIFICATIONS)
  void on(PolledRecords polled) {
    consumers.accept(Channels.NOTIFICATIONS, polled);
  }
}
