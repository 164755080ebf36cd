package io.cornershop.eventing.publishing;

import static io.cornershop.observability.traces.TestSpans.attributesOf;
import static io.cornershop.observability.traces.TestSpans.contextOf;
import static io.cornershop.observability.traces.TestSpans.parentOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.store.Commit;
import io.cornershop.observability.traces.PublishingSpans;
import io.cornershop.observability.traces.TestSpans;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Events on their way to Kafka, as spans. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TracedPublicationTest {

  private final CounterShop shop = new CounterShop("counters");
  private final TestSpans noted = new TestSpans();
  private final MockProducer<String, byte[]> kafka =
      new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
  private final Publication publication =
      new Publication(
          kafka,
          new EventRecords(shop.types, "epoch-1", new PublishingSpans(noted.spans)),
          0,
          () -> {},
          PublishingObserver.NONE);

  /** A commit whose events were decided as part of what {@code traceparent} says. */
  private Commit commit(int events, String traceparent) {
    Commit plain = shop.count("door", events);
    List<EventEnvelope> traced =
        plain.events().stream().map(event -> under(traceparent, event)).toList();
    return new Commit(
        plain.id(),
        plain.stream(),
        plain.commands(),
        traced,
        plain.appendedAt(),
        plain.previousCommit(),
        plain.previousHash(),
        plain.hash(),
        plain.epoch());
  }

  private static EventEnvelope under(String traceparent, EventEnvelope event) {
    return new EventEnvelope(
        event.eventId(),
        event.type(),
        event.stream(),
        event.sequence(),
        event.timestamp(),
        event.data(),
        event.metadata().under(traceparent),
        event.position());
  }

  private static String header(ProducerRecord<String, byte[]> record) {
    byte[] value = record.headers().lastHeader("traceparent").value();
    return new String(value, StandardCharsets.UTF_8);
  }

  @Test
  void each_is_part_of_what_has_caused_it_and_its_record_names_the_span() {
    Commit commit = commit(2, TestSpans.CALLER);
    publication.send(new NumberedCommit(1, commit));
    assertThat(noted.ended()).isEmpty();
    kafka.completeNext();
    kafka.completeNext();

    assertThat(noted.names()).containsExactly("send counters.events", "send counters.events");
    assertThat(noted.ended())
        .allMatch(span -> span.getKind() == SpanKind.PRODUCER)
        .allMatch(span -> parentOf(span).orElseThrow().equals(TestSpans.CALLER))
        .allMatch(span -> span.getStatus().getStatusCode() == StatusCode.UNSET);
    assertThat(kafka.history().stream().map(TracedPublicationTest::header))
        .containsExactlyElementsOf(noted.ended().stream().map(TestSpans::contextOf).toList());
    Map<String, Object> said = new HashMap<>(attributesOf(noted.ended().getFirst()));
    assertThat(said)
        .isEqualTo(
            Map.ofEntries(
                Map.entry("messaging.system", "kafka"),
                Map.entry("messaging.destination.name", "counters.events"),
                Map.entry("messaging.destination.partition.id", "0"),
                Map.entry("messaging.kafka.offset", 0L),
                Map.entry("messaging.operation.type", "send"),
                Map.entry("messaging.operation.name", "send"),
                Map.entry("messaging.message.id", idOf(commit)),
                Map.entry("messaging.message.conversation_id", "correlation-1"),
                Map.entry("messaging.kafka.message.key", "door"),
                Map.entry("cornershop.event.type", "Counted")));
  }

  private static String idOf(Commit commit) {
    return commit.events().getFirst().eventId().toString();
  }

  @Test
  void what_kafka_refuses_is_an_error_and_so_is_what_is_dropped_behind_it() {
    publication.send(new NumberedCommit(1, commit(2, TestSpans.CALLER)));
    kafka.errorNext(new RecordTooLargeException());
    kafka.errorNext(new IllegalStateException("closed"));

    assertThat(noted.ended())
        .allMatch(span -> span.getStatus().getStatusCode() == StatusCode.ERROR)
        .extracting(span -> attributesOf(span).get("error.type"))
        .containsExactly("RecordTooLargeException", "dropped");
  }

  @Test
  void an_event_of_an_unseen_course_is_no_span_and_its_record_says_so() {
    publication.send(new NumberedCommit(1, commit(1, TestSpans.UNSEEN)));
    kafka.completeNext();

    assertThat(noted.ended()).isEmpty();
    assertThat(header(kafka.history().getFirst())).endsWith("-00");
  }

  @Test
  void without_anybody_who_notes_the_record_has_what_is_stored() {
    new EventRecords(shop.types, "epoch-1")
        .of(new NumberedCommit(1, commit(1, TestSpans.CALLER)))
        .forEach(outgoing -> assertThat(header(outgoing.record())).isEqualTo(TestSpans.CALLER));
  }

  @Test
  void an_event_without_a_past_begins_a_course() {
    publication.send(new NumberedCommit(1, shop.count("door", 1)));
    kafka.completeNext();

    SpanData span = noted.only("send counters.events");
    assertThat(parentOf(span)).isEmpty();
    assertThat(header(kafka.history().getFirst())).isEqualTo(contextOf(span));
  }
}
