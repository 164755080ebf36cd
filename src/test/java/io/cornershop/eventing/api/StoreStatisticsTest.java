package io.cornershop.eventing.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.json.Json;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoreStatisticsTest {

  private static final StreamId DOOR = new StreamId("Counter", "door");
  private static final StreamId LAMP = new StreamId("Light", "lamp");

  private final RecordedHistory history = new RecordedHistory();

  private String statistics() {
    return Json.TOLERANT.writeValueAsString(StoreStatistics.of(history.head()));
  }

  @Test
  void of_an_empty_store_are_zero() {
    assertThat(statistics())
        .isEqualTo("{\"totalEvents\":0,\"lastPosition\":0,\"byAggregateType\":{}}");
  }

  @Test
  void count_what_has_a_position() {
    history.record(DOOR, 2);
    history.record(LAMP, 1);
    history.record(DOOR, 3);
    history.append(DOOR, 5);

    assertThat(statistics())
        .isEqualTo(
            "{\"totalEvents\":6,\"lastPosition\":3002,\"byAggregateType\":"
                + "{\"Counter\":{\"events\":5,\"streams\":1},"
                + "\"Light\":{\"events\":1,\"streams\":1}}}");
  }
}
