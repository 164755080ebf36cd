package io.cornershop.bootstrap;

import io.cornershop.notifications.messages.Transport;
import io.cornershop.notifications.reactions.UnsubscribeLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.function.Function;
import java.util.stream.Collectors;

/** By which ways people are told: none, until one is configured. */
@ApplicationScoped
class Messengers {

  @Produces
  @Singleton
  Transports transports(@Any Instance<Transport> found) {
    return new Transports(
        found.stream().collect(Collectors.toMap(Transport::channel, Function.identity())));
  }

  @Produces
  @Singleton
  UnsubscribeLinks links() {
    return UnsubscribeLinks.NONE;
  }
}
