package io.cornershop.notifications.messages;

import io.cornershop.notifications.Channel;
import io.cornershop.notifications.messages.Outcome.Refused;
import io.cornershop.notifications.messages.Outcome.Unknown;

/** Stands in for a channel that the shop has no provider for: nothing ever goes out by it. */
public record NotSetUp(Channel channel) implements Transport {

  @Override
  public Outcome deliver(OutgoingMessage message) {
    return new Refused(channel + " is not set up", false);
  }

  @Override
  public Outcome ask(OutgoingMessage message) {
    return new Unknown(channel + " is not set up");
  }
}
