package io.cornershop.eventing.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.store.Commit;
import io.cornershop.observability.metrics.PublishingMetrics;
import io.cornershop.observability.metrics.TestMeters;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What is counted of events on their way to Kafka. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CountedPublicationTest {

  private static final String TOPIC = "counters.events";
  private static final String LABELS = "{event_type=Counted,";
  private static final String QUEUE = "kafka_producer_queue_size{topic=counters.events}";
  private static final String DURATIONS =
      "event_publish_duration{event_type=Counted,topic=counters.events} count";

  private final CounterShop shop = new CounterShop("counters");
  private final TestMeters counted = TestMeters.usual();
  private final PublishingMetrics metrics = new PublishingMetrics(counted.meters, Set.of(TOPIC));
  private final MockProducer<String, byte[]> kafka =
      new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
  private final Publication publication =
      new Publication(kafka, new EventRecords(shop.types, "epoch-1"), 0, () -> {}, metrics);
  private long number;

  private void send(Commit commit) {
    publication.send(new NumberedCommit(++number, commit));
  }

  private Map<String, Double> counts() {
    counted.meters.read(metrics.queue());
    return counted.counts();
  }

  private String published() {
    return "events_published_total"
        + LABELS
        + "source="
        + shop.count("other", 1).events().getFirst().metadata().source()
        + ",topic=counters.events}";
  }

  @Test
  void what_kafka_has_acknowledged_counts_and_the_rest_is_queued() {
    send(shop.count("door", 3));
    kafka.completeNext();
    kafka.completeNext();

    assertThat(counts()).isEqualTo(Map.of(published(), 2.0, DURATIONS, 2.0, QUEUE, 1.0));
  }

  @Test
  void of_a_failure_the_refused_record_is_the_error_and_nothing_stays_queued() {
    send(shop.count("door", 3));
    kafka.completeNext();
    kafka.errorNext(new RecordTooLargeException());
    kafka.errorNext(new IllegalStateException("closed"));

    assertThat(counts())
        .isEqualTo(
            Map.of(
                published(),
                1.0,
                DURATIONS,
                1.0,
                "events_publish_errors_total{error_type=RecordTooLargeException,"
                    + "event_type=Counted,topic=counters.events}",
                1.0));
  }

  @Test
  void what_a_former_relay_drops_is_no_error() {
    send(shop.count("door", 1));
    publication.close(Duration.ZERO);
    kafka.errorNext(new IllegalStateException("closed"));

    assertThat(counts()).isEmpty();
  }
}
