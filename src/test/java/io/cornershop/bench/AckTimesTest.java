package io.cornershop.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AckTimesTest {

  private final AckTimes times = new AckTimes();

  @Test
  void are_complete_when_every_record_that_was_begun_is_acknowledged() {
    times.begin("a", System.nanoTime());
    times.begin("b", System.nanoTime());
    times.end("b");
    assertThat(times.isComplete()).isFalse();

    times.end("a");

    assertThat(times.isComplete()).isTrue();
    assertThat(times.take().rounds()).hasSize(2).allMatch(millis -> millis >= 0);
  }

  @Test
  void begin_anew_when_they_are_taken() {
    times.begin("a", System.nanoTime());
    times.end("a");
    times.take();
    times.begin("b", System.nanoTime());
    times.end("b");

    assertThat(times.take().rounds()).hasSize(1);
  }

  @Test
  void count_the_first_acknowledgement_of_a_record_and_none_that_nobody_waits_for() {
    times.begin("a", System.nanoTime());
    times.end("a");
    times.end("a");
    times.end("stranger");

    assertThat(times.take().rounds()).hasSize(1);
  }

  @Test
  void hear_of_what_a_producer_is_answered_through_its_configuration() {
    times.begin("a", System.nanoTime());
    times.begin("refused", System.nanoTime());
    try (AckObserver<String, byte[]> observer = new AckObserver<>()) {
      observer.configure(AckObserver.properties(times));
      observer.onAcknowledgement(null, null, subject("a"));
      observer.onAcknowledgement(null, new IllegalStateException(), subject("refused"));
      observer.onAcknowledgement(null, null, new RecordHeaders());
    }

    assertThat(times.isComplete()).isFalse();
    assertThat(times.take().rounds()).hasSize(1);
  }

  @Test
  void are_not_needed_by_a_client_without_them() {
    try (AckObserver<String, byte[]> observer = new AckObserver<>()) {
      observer.configure(Map.of());
      observer.onAcknowledgement(null, null, subject("a"));
    }

    assertThat(times.isComplete()).isTrue();
  }

  private static RecordHeaders subject(String aggregateId) {
    RecordHeaders headers = new RecordHeaders();
    headers.add(RawKafka.SUBJECT, aggregateId.getBytes(StandardCharsets.UTF_8));
    return headers;
  }
}
