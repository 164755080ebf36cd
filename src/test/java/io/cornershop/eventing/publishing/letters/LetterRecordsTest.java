package io.cornershop.eventing.publishing.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.deadletters.Letter;
import io.cornershop.eventing.deadletters.LetterFailure;
import io.cornershop.eventing.deadletters.LetterSource;
import io.cornershop.eventing.deadletters.LetterState;
import io.cornershop.eventing.deadletters.SequenceId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LetterRecordsTest {

  private static final byte[] BYTES = {1, 2, 3};
  private static final Letter LETTER =
      Letter.of(
              "letter-1",
              SequenceId.of("projections", "carts", "cart-1"),
              new LetterSource(
                  "carts.events",
                  2,
                  17,
                  Optional.of("cart-1"),
                  List.of(LetterSource.Header.of("eventType", bytes("CartCreated")))),
              OptionalLong.of(4_000))
          .as(LetterState.PARKED, new LetterFailure("a bug", 4, Instant.EPOCH, Instant.EPOCH));

  @Test
  void a_letter_goes_to_the_topic_of_its_topic_with_what_became_of_it() {
    ProducerRecord<String, byte[]> record = new LetterRecords(3).of(LETTER, Optional.of(BYTES));
    assertThat(record.topic()).isEqualTo("carts.events.dlq");
    assertThat(record.key()).isEqualTo("cart-1");
    assertThat(record.value()).isEqualTo(BYTES);
    assertThat(headers(record))
        .isEqualTo(
            List.of(
                "eventType=CartCreated",
                "dead-letter-id=letter-1",
                "dead-letter-consumer=projections/carts",
                "dead-letter-state=PARKED",
                "dead-letter-reason=a bug",
                "dead-letter-attempts=4",
                "dead-letter-topic=carts.events",
                "dead-letter-partition=2",
                "dead-letter-offset=17"));
  }

  @Test
  void a_payload_that_the_topic_would_not_take_is_left_out_and_said_to_be() {
    ProducerRecord<String, byte[]> record = new LetterRecords(2).of(LETTER, Optional.of(BYTES));
    assertThat(record.value()).isNull();
    assertThat(headers(record).getLast()).isEqualTo("dead-letter-payload-left-out=3");
  }

  @Test
  void every_header_of_its_own_is_described_in_the_asyncapi_document() throws IOException {
    ProducerRecord<String, byte[]> record = new LetterRecords(2).of(LETTER, Optional.of(BYTES));
    JsonNode described;
    try (InputStream schema =
        LetterRecordsTest.class.getResourceAsStream("/asyncapi/dead-letter-headers.json")) {
      described = JsonMapper.shared().readTree(schema);
    }
    assertThat(described.path("properties").propertyNames())
        .containsExactlyElementsOf(
            headers(record).stream()
                .map(header -> header.substring(0, header.indexOf('=')))
                .filter(name -> name.startsWith("dead-letter-"))
                .toList());
  }

  private static List<String> headers(ProducerRecord<String, byte[]> record) {
    return Arrays.stream(record.headers().toArray())
        .map(h -> h.key() + "=" + new String(h.value(), StandardCharsets.UTF_8))
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
