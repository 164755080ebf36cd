package io.cornershop.eventing.consuming.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.Unavailable;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TopicEndsTest {

  private static final String TOPIC = "counters.events";

  private final MockConsumer<String, byte[]> kafka = new MockConsumer<>("none");

  private void fill() {
    List<PartitionInfo> partitions =
        IntStream.range(0, 2).mapToObj(n -> new PartitionInfo(TOPIC, n, null, null, null)).toList();
    kafka.updatePartitions(TOPIC, partitions);
    kafka.updateEndOffsets(
        Map.of(new TopicPartition(TOPIC, 0), 7L, new TopicPartition(TOPIC, 1), 0L));
  }

  @Test
  void are_those_of_all_partitions_and_the_consumer_is_closed() {
    fill();
    assertThat(TopicEnds.of(TOPIC, kafka)).isEqualTo(Map.of(0, 7L, 1, 0L));
    assertThat(kafka.closed()).isTrue();
  }

  @Test
  void are_not_known_when_the_broker_does_not_answer() {
    fill();
    kafka.setOffsetsException(new KafkaException("no answer"));
    assertThatThrownBy(() -> TopicEnds.of(TOPIC, kafka)).isInstanceOf(Unavailable.class);
    assertThat(kafka.closed()).isTrue();
  }
}
