package io.cornershop.bootstrap;

import io.cornershop.eventing.deadletters.DerivedRecords;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.publishing.EventPublisher;
import io.cornershop.eventing.publishing.EventRelay;
import io.cornershop.eventing.publishing.Outbox;
import io.cornershop.eventing.publishing.PublishingObserver;
import io.cornershop.eventing.publishing.PublishingTraces;
import io.cornershop.eventing.publishing.RelaySettings;
import io.cornershop.eventing.publishing.RelaySignal;
import io.cornershop.eventing.publishing.letters.LetterPublisher;
import io.cornershop.eventing.publishing.topics.KafkaConnection;
import io.cornershop.eventing.publishing.topics.TopicSetup;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.StoreLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The parts between the store and Kafka. */
@ApplicationScoped
class Publishing {

  @Inject Clock clock;

  @Produces
  @Singleton
  KafkaConnection kafka(
      @ConfigProperty(name = "cornershop.kafka.bootstrap-servers", defaultValue = "127.0.0.1:9092")
          String bootstrapServers) {
    return KafkaConnection.to(bootstrapServers);
  }

  @Produces
  @Singleton
  TopicSetup topics(
      KafkaConnection kafka,
      EventTypes types,
      @ConfigProperty(name = "cornershop.kafka.partitions", defaultValue = "6") int partitions,
      @ConfigProperty(name = "cornershop.kafka.replication", defaultValue = "1") int replication) {
    return new TopicSetup(kafka, types, partitions, replication, StoreLimits.USUAL);
  }

  @Produces
  @Singleton
  EventPublisher eventPublisher(
      KafkaConnection kafka,
      EventTypes types,
      PublishingObserver observer,
      PublishingTraces traces) {
    return new EventPublisher(kafka, types, observer, traces);
  }

  @Produces
  @Singleton
  DerivedRecords derivedRecords(KafkaConnection kafka) {
    return new LetterPublisher(kafka, StoreLimits.USUAL.eventBytes());
  }

  void close(@Disposes DerivedRecords records) {
    ((LetterPublisher) records).close();
  }

  @Produces
  @Singleton
  RelaySignal relaySignal() {
    return new RelaySignal();
  }

  @Produces
  @Singleton
  EventRelay relay(Outbox outbox, RelaySignal signal, TopicSetup topics, RelaySettings settings) {
    return new EventRelay(
        outbox, signal, topics, settings, Thread.ofPlatform().daemon(true).factory());
  }

  @Produces
  @Singleton
  Outbox outbox(EventStore commits, PositionLog positions, EventTypes types) {
    return new Outbox(commits, positions, types);
  }

  @Produces
  @Singleton
  RelaySettings relaySettings(
      KafkaConnection kafka,
      EventPublisher publisher,
      Roles roles,
      @ConfigProperty(name = "cornershop.publishing.sweep-interval")
          Optional<Duration> sweepInterval,
      @ConfigProperty(name = "cornershop.store.pending-index", defaultValue = "true")
          boolean pendingIndex) {
    // without the index each sweep reads the whole store
    Duration usual = pendingIndex ? RelaySettings.DEFAULT_SWEEP_INTERVAL : Duration.ZERO;
    return new RelaySettings(
        kafka, publisher, roles.has("relay"), sweepInterval.orElse(usual), clock);
  }
}
