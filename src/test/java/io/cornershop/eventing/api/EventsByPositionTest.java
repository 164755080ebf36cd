package io.cornershop.eventing.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.EventIndex;
import io.cornershop.eventing.store.EventSearch;
import io.cornershop.eventing.store.EventSearch.OfId;
import io.cornershop.eventing.store.EventSearch.OfTime;
import io.cornershop.eventing.store.InMemoryEventIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventsByPositionTest {

  private static final StreamId DOOR = new StreamId("Counter", "door");
  private static final StreamId GATE = new StreamId("Counter", "gate");

  private final RecordedHistory history = new RecordedHistory();
  private final EventIndex index = new InMemoryEventIndex(history);
  private final EventsByPosition all = EventsByPosition.all(history, history);

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

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 50, 51, 500})
  void pages_of_any_size_show_what_is_looked_for_once(int size) {
    Random random = new Random(size);
    for (int i = 0; i < 200; i++) {
      history.record(random.nextBoolean() ? DOOR : GATE, 1 + random.nextInt(5));
    }
    EventSearch late = new OfTime(RecordedHistory.NOON.plusSeconds(6_000), Instant.MAX);
    EventsByPosition found = EventsByPosition.found(history, index, late);

    List<EventEnvelope> paged = new ArrayList<>();
    List<EventEnvelope> page = found.after(0, size);
    while (!page.isEmpty()) {
      paged.addAll(page);
      page = found.after(page.getLast().position().orElseThrow(), size);
    }

    List<EventEnvelope> expected = all.after(0, 10_000).stream().filter(late::matches).toList();
    assertThat(paged).isEqualTo(expected).isNotEmpty();
  }

  @Test
  void shows_of_a_commit_only_the_events_that_are_looked_for() {
    history.record(DOOR, 3);
    EventSearch second = new OfId(RecordedHistory.event(DOOR, 2).eventId());

    assertThat(EventsByPosition.found(history, index, second).after(0, 10))
        .isEqualTo(List.of(RecordedHistory.event(DOOR, 2).at(1_001)));
  }

  private static List<Long> positions(List<EventEnvelope> events) {
    return events.stream().map(event -> event.position().orElseThrow()).toList();
  }
}
