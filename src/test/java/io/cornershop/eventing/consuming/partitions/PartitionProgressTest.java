package io.cornershop.eventing.consuming.partitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PartitionProgressTest {

  private final PartitionProgress partition = new PartitionProgress();

  @Test
  void does_not_leave_while_something_held_is_tried() throws InterruptedException {
    boolean entered = partition.enter();
    partition.leave();
    boolean before = partition.awaitSettled(Duration.ZERO);
    partition.exit();
    assertThat(entered).isTrue();
    assertThat(before).isFalse();
    assertThat(partition.awaitSettled(Duration.ZERO)).isTrue();
  }

  @Test
  void lets_nothing_begin_once_it_is_about_to_leave() throws InterruptedException {
    partition.leave();
    assertThat(partition.enter()).isFalse();
    assertThat(partition.awaitSettled(Duration.ZERO)).isTrue();
  }

  @Test
  void leaves_when_nobody_works_on_what_is_unfinished() throws InterruptedException {
    partition.delivered(0);
    partition.delivered(1);
    partition.leave();
    partition.finished(0);
    boolean before = partition.awaitSettled(Duration.ZERO);
    partition.dropped(1);
    assertThat(before).isFalse();
    assertThat(partition.awaitSettled(Duration.ZERO)).isTrue();
  }

  @Test
  void knows_when_the_first_unfinished_record_was_written() {
    Instant noon = Instant.parse("2026-11-03T12:00:00Z");
    polled(7, noon.toEpochMilli());
    polled(8, ConsumerRecord.NO_TIMESTAMP);
    Optional<Instant> first = partition.oldest().orElseThrow().written();
    partition.finished(7);

    assertThat(first).contains(noon);
    assertThat(partition.oldest().orElseThrow().written()).isEmpty();
  }

  private void polled(long offset, long timestamp) {
    new Polled(
            new ConsumerRecord<>(
                "x.events",
                0,
                offset,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                "key",
                new byte[0],
                new RecordHeaders(),
                Optional.empty()),
            partition)
        .delivered();
  }
}
