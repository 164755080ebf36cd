package io.cornershop.eventing.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Positions;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StreamEventsTest {

  private static final StreamId DOOR = new StreamId("Counter", "door");
  private static final StreamId GATE = new StreamId("Counter", "gate");
  private static final long LAST = 235;

  private final RecordedHistory history = new RecordedHistory();
  private final StreamEvents events = new StreamEvents(history, new Positions(history));

  /** 120 commits of one event, one of 100, three of 5; another stream is in between. */
  @BeforeEach
  void a_long_history() {
    for (int i = 0; i < 120; i++) {
      history.record(DOOR, 1);
    }
    history.record(GATE, 3);
    history.record(DOOR, 100);
    for (int i = 0; i < 3; i++) {
      history.record(DOOR, 5);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 60, 120, 121, 150, 220, 221, 223, 235})
  void are_read_forward_from_any_sequence(long from) {
    assertThat(sequences(events.forward(DOOR, from, 1_000)))
        .isEqualTo(LongStream.rangeClosed(from, LAST).boxed().toList());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 60, 120, 121, 150, 220, 221, 223, 235})
  void are_read_backward_from_any_sequence(long from) {
    assertThat(sequences(events.backward(DOOR, from, 1_000)))
        .isEqualTo(LongStream.rangeClosed(1, from).boxed().toList().reversed());
  }

  @Test
  void are_read_backward_from_the_end() {
    assertThat(sequences(events.backward(DOOR, StreamEvents.END, 3)))
        .isEqualTo(List.of(235L, 234L, 233L));
    assertThat(sequences(events.backward(DOOR, LAST + 7, 1))).isEqualTo(List.of(235L));
  }

  @Test
  void are_no_more_than_wanted() {
    assertThat(sequences(events.forward(DOOR, 120, 2))).isEqualTo(List.of(120L, 121L));
    assertThat(sequences(events.backward(DOOR, 121, 2))).isEqualTo(List.of(121L, 120L));
  }

  @Test
  void end_where_the_stream_ends() {
    assertThat(events.forward(DOOR, LAST + 1, 10)).isEmpty();
    assertThat(events.forward(DOOR, -1, 10)).isEmpty();
    assertThat(events.backward(DOOR, 0, 10)).isEmpty();
  }

  @Test
  void show_their_place_in_the_whole_store() {
    EventEnvelope second = RecordedHistory.event(GATE, 2).at(121_001);

    assertThat(events.forward(GATE, 2, 1)).isEqualTo(List.of(second));
  }

  @Test
  void are_shown_before_they_have_a_place() {
    history.append(GATE, 1);

    assertThat(events.backward(GATE, StreamEvents.END, 2))
        .extracting(EventEnvelope::position)
        .isEqualTo(List.of(OptionalLong.empty(), OptionalLong.of(121_002)));
  }

  @Test
  void of_an_unknown_stream_are_none() {
    StreamId unknown = new StreamId("Counter", "nowhere");

    assertThat(events.exists(DOOR)).isTrue();
    assertThat(events.exists(unknown)).isFalse();
    assertThat(events.forward(unknown, 1, 10)).isEmpty();
    assertThat(events.backward(unknown, StreamEvents.END, 10)).isEmpty();
  }

  private static List<Long> sequences(List<EventEnvelope> events) {
    return events.stream().map(EventEnvelope::sequence).toList();
  }
}
