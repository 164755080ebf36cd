package io.cornershop.observability.metrics;

import io.cornershop.eventing.publishing.PublishingObserver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what goes to Kafka. Thread-safe. */
public final class PublishingMetrics implements PublishingObserver {

  /** What producers are refused for; of another reason the class is not told. */
  public static final Set<String> REASONS =
      Set.of(
          "TimeoutException",
          "RecordTooLargeException",
          "TopicAuthorizationException",
          "ClusterAuthorizationException",
          "AuthenticationException",
          "UnknownTopicOrPartitionException",
          "NotEnoughReplicasException",
          "NotEnoughReplicasAfterAppendException",
          "NotLeaderOrFollowerException",
          "OutOfOrderSequenceException",
          "ProducerFencedException",
          "InvalidProducerEpochException",
          "KafkaException");

  private final Meters meters;
  private final Map<String, LongAdder> unanswered = new ConcurrentHashMap<>();

  public PublishingMetrics(Meters meters, Set<String> topics) {
    this.meters = meters;
    topics.forEach(topic -> unanswered.put(topic, new LongAdder()));
  }

  @Override
  public void sent(Published event) {
    queue(event, 1);
  }

  @Override
  public void acknowledged(Published event, Duration took) {
    queue(event, -1);
    String topic = event.topic();
    meters.count(Metric.EVENTS_PUBLISHED_TOTAL, event.eventType(), topic, event.source());
    meters.time(Metric.EVENT_PUBLISH_DURATION_SECONDS, took, event.eventType(), topic);
  }

  @Override
  public void refused(Published event, Exception why) {
    queue(event, -1);
    String reason = why.getClass().getSimpleName();
    meters.count(Metric.EVENTS_PUBLISH_ERRORS_TOTAL, event.eventType(), event.topic(), reason);
  }

  @Override
  public void dropped(Published event) {
    queue(event, -1);
  }

  private void queue(Published event, int more) {
    unanswered.computeIfAbsent(event.topic(), topic -> new LongAdder()).add(more);
  }

  /** How many wait for an answer. */
  public GaugeSource queue() {
    return new GaugeSource(
        "producer", Set.of(Metric.KAFKA_PRODUCER_QUEUE_SIZE), this::queueReadings);
  }

  private List<GaugeReading> queueReadings() {
    return new TreeSet<>(unanswered.keySet())
        .stream()
            .map(
                topic ->
                    GaugeReading.of(
                        Metric.KAFKA_PRODUCER_QUEUE_SIZE, unanswered.get(topic).sum(), topic))
            .toList();
  }
}
