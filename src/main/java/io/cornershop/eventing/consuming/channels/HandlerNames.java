package io.cornershop.eventing.consuming.channels;

import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.deadletters.SequenceId;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The consumers that the handlers of this application are. Thread-safe. */
final class HandlerNames {

  private final Set<String> consumers = ConcurrentHashMap.newKeySet();

  /**
   * Takes the handlers of a channel in.
   *
   * @throws IllegalArgumentException when two of them have the same name
   */
  void add(String channel, Collection<EventHandler> handlers) {
    Set<String> names = handlers.stream().map(EventHandler::name).collect(Collectors.toSet());
    if (names.size() < handlers.size()) {
      throw new IllegalArgumentException("Two handlers of one channel share a name: " + names);
    }
    names.forEach(name -> consumers.add(SequenceId.of(channel, name, "").consumer()));
  }

  /** Whether a handler is this consumer. */
  boolean has(String consumer) {
    return consumers.contains(consumer);
  }

  /** Refuses handlers for a channel that does not exist. */
  static void requireChannels(Collection<EventHandler> handlers, Set<String> channels) {
    for (EventHandler handler : handlers) {
      if (!channels.contains(handler.group())) {
        throw new IllegalArgumentException(
            "The handler %s is for the channel %s, there are %s"
                .formatted(handler.name(), handler.group(), channels));
      }
    }
  }
}
