package io.cornershop.eventing.publishing;

import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.publishing.topics.KafkaConnection;
import io.cornershop.kernel.ReplayFirewall;

/**
 * The one that hands events to Kafka: nothing else of the platform has a producer of events.
 * Thread-safe. Who has become the relay begins a {@link Publication} here, and a new one after a
 * record was refused.
 */
public final class EventPublisher {

  private final KafkaConnection kafka;
  private final EventTypes types;
  private final PublishingObserver observer;
  private final PublishingTraces traces;

  /** A publisher that nobody observes. */
  public EventPublisher(KafkaConnection kafka, EventTypes types) {
    this(kafka, types, PublishingObserver.NONE, PublishingTraces.NONE);
  }

  public EventPublisher(
      KafkaConnection kafka,
      EventTypes types,
      PublishingObserver observer,
      PublishingTraces traces) {
    this.traces = traces;
    this.kafka = kafka;
    this.types = types;
    this.observer = observer;
  }

  /**
   * Begins to publish.
   *
   * @param epoch of the store that the events are in
   * @param acknowledged the number up to which everything is on Kafka
   * @param progress is called after every answer of Kafka
   */
  Publication begin(String epoch, long acknowledged, Runnable progress) {
    ReplayFirewall.requireLive("the publisher of events");
    EventRecords records = new EventRecords(types, epoch, traces);
    return new Publication(kafka.eventProducer(), records, acknowledged, progress, observer);
  }
}
