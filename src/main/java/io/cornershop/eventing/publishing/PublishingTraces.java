package io.cornershop.eventing.publishing;

import io.cornershop.eventing.events.EventEnvelope;
import java.util.Optional;

/** Notes the way of events to Kafka. Thread-safe; neither blocks nor throws. */
public interface PublishingTraces {

  /** Notes nothing. */
  PublishingTraces NONE = (topic, event) -> Sending.NONE;

  /** An event is going to be sent; it is part of what has caused it, as its metadata say. */
  Sending begin(String topic, EventEnvelope event);

  /** One event on its way; one of the last three ends it. */
  interface Sending {

    /** Noted by nobody. */
    Sending NONE =
        new Sending() {
          @Override
          public Optional<String> context() {
            return Optional.empty();
          }

          @Override
          public void acknowledged(int partition, long offset) {
            // nothing to note
          }

          @Override
          public void refused(Exception why) {
            // nothing to note
          }

          @Override
          public void dropped() {
            // nothing to note
          }
        };

    /** As a W3C {@code traceparent}, for who reads it; empty when nobody notes it. */
    Optional<String> context();

    /** It is on Kafka. */
    void acknowledged(int partition, long offset);

    /** Kafka does not take it. */
    void refused(Exception why);

    /** It was given up with its producer. */
    void dropped();
  }
}
