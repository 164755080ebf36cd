package io.cornershop.eventing.consuming.partitions;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.ConsumerStatus;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PartitionViewsTest {

  private static final TopicPartition PARTITION = new TopicPartition("counters.events", 0);

  private final MockConsumer<String, byte[]> kafka = new MockConsumer<>("none");
  private final PartitionViews views =
      new PartitionViews(kafka, new CommittedOffsets(new KafkaSide(kafka, topics -> Map.of())));

  private OptionalLong lagAt(long position, long end) {
    kafka.assign(Set.of(PARTITION));
    kafka.updateEndOffsets(Map.of(PARTITION, end));
    kafka.seek(PARTITION, position);
    views.look(Set.of(PARTITION));
    return views.of(Map.of(PARTITION, new PartitionProgress())).stream()
        .map(ConsumerStatus.Partition::lag)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_lag_is_what_the_broker_has_behind_the_position() {
    assertThat(lagAt(3, 7)).isEqualTo(OptionalLong.of(4));
  }

  @Test
  void the_lag_of_a_log_that_ends_before_the_position_is_none() {
    assertThat(lagAt(7, 3)).isEqualTo(OptionalLong.of(0));
  }
}
