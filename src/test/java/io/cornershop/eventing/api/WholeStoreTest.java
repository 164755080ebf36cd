package io.cornershop.eventing.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WholeStoreTest {

  private static final StreamId DOOR = new StreamId("Counter", "door");
  private static final StreamId GATE = new StreamId("Counter", "gate");

  private final RecordedHistory history = new RecordedHistory();
  private final WholeStore all = new WholeStore(history, history);

  @Test
  void shows_the_events_of_all_streams_in_order() {
    history.record(DOOR, 2);
    history.record(GATE, 1);
    history.record(DOOR, 1);

    assertThat(all.after(0, 10))
        .isEqualTo(
            List.of(
                RecordedHistory.event(DOOR, 1).at(1_000),
                RecordedHistory.event(DOOR, 2).at(1_001),
                RecordedHistory.event(GATE, 1).at(2_000),
                RecordedHistory.event(DOOR, 3).at(3_000)));
  }

  @Test
  void goes_on_inside_a_commit() {
    history.record(DOOR, 3);
    history.record(GATE, 1);

    assertThat(positions(all.after(1_000, 2))).isEqualTo(List.of(1_001L, 1_002L));
    assertThat(positions(all.after(1_002, 2))).isEqualTo(List.of(2_000L));
    assertThat(all.after(2_000, 2)).isEmpty();
  }

  @Test
  void page_by_page_shows_everything_once() {
    for (int i = 0; i < 130; i++) {
      history.record(i % 2 == 0 ? DOOR : GATE, i % 4 + 1);
    }

    List<Long> paged = new ArrayList<>();
    List<Long> page = positions(all.after(0, 7));
    while (!page.isEmpty()) {
      paged.addAll(page);
      page = positions(all.after(page.getLast(), 7));
    }

    assertThat(paged).isEqualTo(positions(all.after(0, 1_000)));
    assertThat(paged).hasSize(323).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void waits_at_the_head_for_what_has_no_position() {
    history.record(DOOR, 1);
    history.append(GATE, 1);

    assertThat(positions(all.after(0, 10))).isEqualTo(List.of(1_000L));
  }

  @Test
  void knows_no_negative_and_no_endless_position() {
    history.record(DOOR, 1);

    assertThat(positions(all.after(-5_000, 10))).isEqualTo(List.of(1_000L));
    assertThat(all.after(Long.MAX_VALUE, 10)).isEmpty();
  }

  private static List<Long> positions(List<EventEnvelope> events) {
    return events.stream().map(event -> event.position().orElseThrow()).toList();
  }
}
