package io.cornershop.eventing.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.events.EnvelopeJson;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.publishing.EventRecords.Outgoing;
import io.cornershop.eventing.store.Commit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventRecordsTest {

  private final CounterShop shop = new CounterShop("counters");
  private final EventRecords records = new EventRecords(shop.types, "epoch-1");

  @Test
  void an_event_is_keyed_by_its_aggregate_and_carries_its_position() {
    Commit commit = shop.count("door", 2);

    List<ProducerRecord<String, byte[]>> sent = sent(commit);

    assertThat(sent).extracting(ProducerRecord::topic).containsOnly("counters.events");
    assertThat(sent).extracting(ProducerRecord::key).containsOnly("door");
    assertThat(sent)
        .extracting(record -> EnvelopeJson.read(record.value()))
        .containsExactly(commit.events().get(0).at(7_000), commit.events().get(1).at(7_001));
  }

  @Test
  void headers_say_what_a_consumer_needs_without_decoding() {
    Commit commit = shop.count("door", 1);
    EventEnvelope event = commit.events().getFirst();

    ProducerRecord<String, byte[]> sent = sent(commit).getFirst();

    assertThat(headersOf(sent))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("eventType", "Counted"),
                Map.entry("aggregateType", "Counter"),
                Map.entry("correlationId", "correlation-1"),
                Map.entry("position", "7000"),
                Map.entry("sequence", "1"),
                Map.entry("epoch", "epoch-1"),
                Map.entry("ce_specversion", "1.0"),
                Map.entry("ce_id", event.eventId().toString()),
                Map.entry("ce_type", "Counted"),
                Map.entry("ce_source", "/cornershop/counters"),
                Map.entry("ce_subject", "door"),
                Map.entry("ce_time", "2026-11-05T12:00:00.250Z"),
                Map.entry("content-type", "application/json")));
  }

  @Test
  void headers_are_those_that_the_asyncapi_document_describes() throws IOException {
    JsonNode described;
    try (InputStream in = getClass().getResourceAsStream("/asyncapi/headers.json")) {
      described = JsonMapper.shared().readTree(in);
    }
    Commit commit = shop.count("door", 1);
    Set<String> sent = headersOf(sent(commit).getFirst()).keySet();

    assertThat(described.path("required").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrderElementsOf(sent);
    assertThat(described.path("properties").propertyNames()).containsAll(sent);
  }

  @Test
  void an_aggregate_type_without_a_topic_is_refused() {
    EventRecords without = new EventRecords(new EventTypes(List.of()), "epoch-1");
    NumberedCommit commit = new NumberedCommit(1, shop.count("door", 1));

    assertThatThrownBy(() -> without.of(commit)).isInstanceOf(IllegalStateException.class);
  }

  private List<ProducerRecord<String, byte[]>> sent(Commit commit) {
    return records.of(new NumberedCommit(7, commit)).stream().map(Outgoing::record).toList();
  }

  private static Map<String, String> headersOf(ProducerRecord<String, byte[]> record) {
    return StreamSupport.stream(record.headers().spliterator(), false)
        .collect(
            Collectors.toMap(
                header -> header.key(),
                header -> new String(header.value(), StandardCharsets.UTF_8)));
  }
}
