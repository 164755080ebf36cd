package io.cornershop.bootstrap;

import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.consuming.channels.Consumers;
import io.cornershop.eventing.deadletters.LetterOffice;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.projections.Projection;
import io.cornershop.eventing.projections.ProjectionHandler;
import io.cornershop.eventing.publishing.EventRelay;
import io.cornershop.eventing.publishing.topics.Brokers;
import io.cornershop.eventing.publishing.topics.TopicRetention;
import io.cornershop.eventing.sagas.Saga;
import io.cornershop.eventing.sagas.SagaDefinitions;
import io.cornershop.eventing.sagas.Step;
import io.cornershop.eventing.sagas.views.SagaList;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.notifications.ledger.Ledger;
import io.cornershop.observability.metrics.ConsumerReadings;
import io.cornershop.observability.metrics.ConsumerReadings.ViewTopics;
import io.cornershop.observability.metrics.FirstSeries;
import io.cornershop.observability.metrics.GaugeReader;
import io.cornershop.observability.metrics.GaugeReading;
import io.cornershop.observability.metrics.GaugeSource;
import io.cornershop.observability.metrics.Meters;
import io.cornershop.observability.metrics.Metric;
import io.cornershop.observability.metrics.PublishingMetrics;
import io.cornershop.observability.metrics.RetentionReadings;
import io.cornershop.observability.metrics.StoredReadings;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What gauges read, and when. */
@ApplicationScoped
class Readings {

  @Inject
  @ConfigProperty(name = "cornershop.metrics.enabled", defaultValue = "true")
  boolean enabled;

  @Inject
  @ConfigProperty(name = "cornershop.metrics.interval", defaultValue = "PT5S")
  Duration interval;

  @Inject Meters meters;
  @Inject EventTypes types;
  @Inject SagaDefinitions sagas;
  @Inject Consumers consumers;
  @Inject Views views;
  @Inject EventRelay relay;
  @Inject PositionLog log;
  @Inject LetterOffice letters;
  @Inject SagaList sagaList;
  @Inject Ledger ledger;
  @Inject PublishingMetrics publishing;
  @Inject Admin admin;
  @Inject Clock clock;

  private Optional<GaugeReader> reader = Optional.empty();

  void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) Startup event) {
    if (enabled) {
      beginSeries();
      GaugeReader begun =
          new GaugeReader(
              meters,
              Stream.concat(unstored(), stored()).toList(),
              interval,
              Thread.ofPlatform().name("cornershop-gauges-", 0).daemon(true).factory());
      begun.start();
      reader = Optional.of(begun);
    }
  }

  void stop(@Observes @Priority(Interceptor.Priority.APPLICATION) Shutdown event) {
    reader.ifPresent(GaugeReader::close);
  }

  private void beginSeries() {
    FirstSeries first = new FirstSeries(meters);
    first.ofSagas(
        sagas.all().stream()
            .collect(
                Collectors.toMap(
                    Saga::type, saga -> saga.steps().stream().map(Step::name).toList())));
    first.ofTopics(types.topics());
    consumers.status().forEach(channel -> first.ofGroup(channel.group(), types.topics()));
    first.ofAggregates(types.aggregateTypes());
    first.ofMessages();
  }

  private Stream<GaugeSource> unstored() {
    ConsumerReadings reading =
        new ConsumerReadings(consumers::status, viewTopics(), System::nanoTime, clock);
    TopicRetention retention = new TopicRetention(admin, types);
    return Stream.of(
        publishing.queue(),
        brokers(new Brokers(admin)),
        reading.source(),
        new RetentionReadings(retention::ofTopics, reading, System::nanoTime).source());
  }

  private static GaugeSource brokers(Brokers brokers) {
    Metric metric = Metric.KAFKA_BROKERS;
    return new GaugeSource(
        "Kafka", Set.of(metric), () -> List.of(GaugeReading.of(metric, brokers.count())), true);
  }

  private ViewTopics viewTopics() {
    return new ViewTopics(
        ProjectionHandler.GROUP,
        views.all().stream().collect(Collectors.toMap(Projection::name, this::topicsOf)));
  }

  private Set<String> topicsOf(Projection<?> view) {
    return view.events().stream()
        .map(event -> types.topicOf(types.of(event).aggregateType()).orElseThrow())
        .collect(Collectors.toSet());
  }

  private Stream<GaugeSource> stored() {
    List<String> channels = consumers.status().stream().map(ConsumerStatus::channel).toList();
    List<String> sagaTypes = sagas.all().stream().map(Saga::type).toList();
    return Stream.of(
        StoredReadings.outbox(() -> relay.status().outbox()),
        StoredReadings.size(types.aggregateTypes(), () -> log.head().totals()),
        StoredReadings.letters(channels, letters.letters()::openCounts),
        StoredReadings.sagas(sagaTypes, sagaList::counts, clock),
        StoredReadings.messages(ledger::unsettled));
  }
}
