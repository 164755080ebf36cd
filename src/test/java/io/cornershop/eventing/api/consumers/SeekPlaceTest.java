package io.cornershop.eventing.api.consumers;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.consuming.steering.SeekTarget;
import io.cornershop.kernel.InvalidValue;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SeekPlaceTest {

  private static final Map<Integer, Long> ENDS = Map.of(0, 0L, 1, 17L);

  @Test
  void takes_any_offset_up_to_the_end_of_the_partition() {
    assertThatCode(() -> SeekPlace.require(new SeekTarget.Offset("a.events", 1, 17), ENDS))
        .doesNotThrowAnyException();
  }

  @Test
  void refuses_an_offset_behind_the_end_of_the_partition() {
    assertRefused(new SeekTarget.Offset("a.events", 1, 18), ENDS, "offset");
  }

  @Test
  void refuses_a_partition_that_the_topic_does_not_have() {
    assertRefused(new SeekTarget.Offset("a.events", 2, 0), ENDS, "partition");
  }

  @Test
  void refuses_a_topic_that_the_channel_does_not_read() {
    assertRefused(new SeekTarget.Offset("a.events", 0, 0), Map.of(), "topic");
  }

  private static void assertRefused(
      SeekTarget.Offset place, Map<Integer, Long> ends, String field) {
    assertThatThrownBy(() -> SeekPlace.require(place, ends))
        .isInstanceOf(InvalidValue.class)
        .extracting("field")
        .isEqualTo(field);
  }
}
