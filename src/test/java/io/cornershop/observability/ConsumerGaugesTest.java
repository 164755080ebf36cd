package io.cornershop.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.consuming.ConsumerStatus.Oldest;
import io.cornershop.eventing.consuming.ConsumerStatus.Partition;
import io.cornershop.eventing.consuming.ConsumerStatus.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConsumerGaugesTest {

  @Test
  void the_oldest_record_of_all_partitions_counts() {
    assertThat(ConsumerGauges.oldest(unfinished(Duration.ofMillis(1_250), Duration.ofMillis(80))))
        .isEqualTo(1.25);
  }

  @Test
  void nothing_unfinished_has_no_age() {
    assertThat(ConsumerGauges.oldest(unfinished())).isZero();
  }

  private static ConsumerStatus unfinished(Duration... ages) {
    List<Partition> partitions = Stream.of(ages).map(ConsumerGaugesTest::partition).toList();
    return new ConsumerStatus(
        "channel",
        "group",
        State.RUNNING,
        partitions,
        0,
        List.of(),
        List.of(),
        0,
        0,
        0,
        Optional.empty());
  }

  private static Partition partition(Duration age) {
    return new Partition(
        "topic",
        0,
        Optional.empty(),
        Optional.empty(),
        1,
        OptionalLong.empty(),
        Optional.of(new Oldest(7, age)),
        false);
  }
}
