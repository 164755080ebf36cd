package io.cornershop.eventing.consuming;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.kernel.Span;
import java.util.List;
import java.util.Optional;

/**
 * Notes what the handlers of a consumer group do with events. Thread-safe; neither blocks nor
 * throws.
 */
public interface ConsumingTraces {

  /**
   * Where an event came from.
   *
   * @param group as Kafka knows it
   * @param sent the piece of work that has sent it, as its record says
   */
  record Origin(String group, String topic, int partition, long offset, Optional<String> sent) {}

  /** Notes nothing. */
  ConsumingTraces NONE =
      new ConsumingTraces() {
        @Override
        public Span begin(EventEnvelope event, Origin origin) {
          return Span.NONE;
        }

        @Override
        public Span beginTogether(String handler, String group, List<Span> events) {
          return Span.NONE;
        }
      };

  /**
   * The handlers of a group get an event; it is part of what has sent it, else of what has caused
   * it, as its metadata say.
   */
  Span begin(EventEnvelope event, Origin origin);

  /**
   * One handler gets many events at once. It is part of none of them: each is a link.
   *
   * @param events what {@link #begin} has said of each
   */
  Span beginTogether(String handler, String group, List<Span> events);
}
