package io.cornershop.eventing.consuming.held;

import io.cornershop.eventing.deadletters.Letter;
import io.cornershop.eventing.deadletters.LetterSource;
import io.cornershop.eventing.deadletters.SequenceId;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.kernel.CommandId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record that is to become a letter.
 *
 * @param sequence that it belongs to
 * @param event in the record, as far as it can be read
 */
public record FailedRecord(
    SequenceId sequence, ConsumerRecord<String, byte[]> record, Optional<EventEnvelope> event) {

  private static final String EPOCH = "epoch";
  private static final String POSITION = "position";
  private static final int LONGEST_NUMBER = 18;

  /** As a letter that waits; its id is the same at each redelivery. */
  Letter letter() {
    return Letter.of(id(), sequence, source(), position());
  }

  /** The id of its letter. */
  String id() {
    return event
        .map(e -> CommandId.of(sequence.consumer(), text(EPOCH), e.eventId().toString()))
        .orElseGet(() -> CommandId.of(sequence.consumer(), place()))
        .value();
  }

  String place() {
    return record.topic() + "-" + record.partition() + "@" + record.offset();
  }

  private LetterSource source() {
    List<LetterSource.Header> headers =
        Arrays.stream(record.headers().toArray())
            .map(header -> LetterSource.Header.of(header.key(), header.value()))
            .toList();
    return new LetterSource(
        record.topic(),
        record.partition(),
        record.offset(),
        Optional.ofNullable(record.key()),
        headers);
  }

  /** That of the envelope, else that of the header; anybody can have written it. */
  private OptionalLong position() {
    OptionalLong known = event.map(EventEnvelope::position).orElse(OptionalLong.empty());
    String told = text(POSITION);
    return known.isPresent() || !told.matches("[0-9]{1," + LONGEST_NUMBER + "}")
        ? known
        : OptionalLong.of(Long.parseLong(told));
  }

  private String text(String header) {
    return Optional.ofNullable(record.headers().lastHeader(header))
        .map(Header::value)
        .map(value -> new String(value, StandardCharsets.UTF_8))
        .orElse("");
  }

  Optional<byte[]> payload() {
    return Optional.ofNullable(record.value());
  }
}
