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

  /** As a letter of this id that waits. */
  Letter letter(String id) {
    return Letter.of(id, sequence, source(), position());
  }

  /**
   * The id of its letter. The same bytes of an event have one letter for a key, wherever they come
   * again; an event id alone does not tell records apart, because anybody can have written it.
   */
  String id() {
    return event
        .map(this::contentId)
        .orElseGet(() -> CommandId.of(sequence.consumer(), place()))
        .value();
  }

  private CommandId contentId(EventEnvelope known) {
    return CommandId.of(
        sequence.consumer(),
        sequence.key(),
        text(EPOCH),
        known.eventId().toString(),
        new String(record.value(), StandardCharsets.ISO_8859_1));
  }

  /** The id that former builds gave its letter, and those of other records of its event id. */
  Optional<String> formerId() {
    return event
        .map(e -> CommandId.of(sequence.consumer(), text(EPOCH), e.eventId().toString()))
        .map(CommandId::value);
  }

  /** What its letter is about. */
  Subject subject() {
    return new Subject(sequence, place(), position());
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
