package io.cornershop.eventing.publishing.letters;

import io.cornershop.eventing.deadletters.DerivedRecords;
import io.cornershop.eventing.deadletters.Letter;
import io.cornershop.eventing.deadletters.LetterSource;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Letters as records: the key, bytes and headers as they came, and what became of them in headers
 * of their own. Immutable.
 *
 * @param largestPayload in bytes; a larger one is left out, and a header says how large it was
 */
record LetterRecords(int largestPayload) {

  private static final String PREFIX = "dead-letter-";

  ProducerRecord<String, byte[]> of(Letter letter, Optional<byte[]> payload) {
    LetterSource source = letter.source();
    Optional<byte[]> sent = payload.filter(bytes -> bytes.length <= largestPayload);
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            DerivedRecords.topicOf(source.topic()), source.key().orElse(null), sent.orElse(null));
    source.headers().forEach(h -> record.headers().add(h.name(), h.value()));
    add(record.headers(), "id", letter.id());
    add(record.headers(), "consumer", letter.sequence().consumer());
    add(record.headers(), "state", letter.state().name());
    add(record.headers(), "reason", letter.failure().reason());
    add(record.headers(), "attempts", String.valueOf(letter.failure().attempts()));
    add(record.headers(), "topic", source.topic());
    add(record.headers(), "partition", String.valueOf(source.partition()));
    add(record.headers(), "offset", String.valueOf(source.offset()));
    payload
        .filter(bytes -> bytes.length > largestPayload)
        .ifPresent(
            bytes -> add(record.headers(), "payload-left-out", String.valueOf(bytes.length)));
    return record;
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(PREFIX + name, value.getBytes(StandardCharsets.UTF_8));
  }
}
