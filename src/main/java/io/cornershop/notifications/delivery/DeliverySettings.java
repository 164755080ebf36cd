package io.cornershop.notifications.delivery;

import io.cornershop.notifications.Channel;
import java.time.Duration;
import java.util.Map;

/**
 * How messages are delivered.
 *
 * @param claim how long an attempt is the affair of the node that has begun it; several times
 *     longer than a transport takes
 * @param ofChannel what one node sends by each channel
 * @param ofAddress what one node sends to one address by one channel
 */
public record DeliverySettings(
    Duration claim, Map<Channel, Rate> ofChannel, Rate ofAddress, UsefulLife usefulLife) {

  public DeliverySettings {
    ofChannel = Map.copyOf(ofChannel);
  }
}
