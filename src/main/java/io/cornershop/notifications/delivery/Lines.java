package io.cornershop.notifications.delivery;

import io.cornershop.notifications.Channel;
import io.cornershop.notifications.messages.Transport;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The transports of this node, each behind its gate. Thread-safe. */
final class Lines {

  /** One of them. */
  record Line(Transport transport, Gate gate) {}

  private final Map<Channel, Line> lines = new EnumMap<>(Channel.class);

  Lines(Map<Channel, Transport> transports, DeliverySettings settings) {
    transports.forEach(
        (channel, transport) ->
            lines.put(
                channel,
                new Line(
                    transport, new Gate(settings.ofChannel().get(channel), settings.ofAddress()))));
  }

  Optional<Line> of(Channel channel) {
    return Optional.ofNullable(lines.get(channel));
  }
}
