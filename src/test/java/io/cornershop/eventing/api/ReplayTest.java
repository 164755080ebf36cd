package io.cornershop.eventing.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.events.Aggregate;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.PersonalDataCodec;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.json.Json;
import io.cornershop.kernel.Command;
import io.cornershop.kernel.Decider;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.InvalidValue;
import io.cornershop.kernel.WireName;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReplayTest {

  sealed interface CounterEvent extends DomainEvent {}

  @WireName("Counted")
  record Counted(int by) implements CounterEvent {}

  sealed interface Counter {}

  record Untouched() implements Counter {}

  record Counting(int total) implements Counter {}

  private static final class CounterDecider implements Decider<Command, Counter, CounterEvent> {
    @Override
    public Counter initial() {
      return new Untouched();
    }

    @Override
    public List<CounterEvent> decide(Command command, Counter state) {
      return List.of();
    }

    @Override
    public Counter evolve(Counter state, CounterEvent event) {
      Counted counted = (Counted) event;
      return switch (state) {
        case Untouched none -> new Counting(counted.by());
        case Counting counting -> new Counting(counting.total() + counted.by());
      };
    }
  }

  private static final StreamId DOOR = new StreamId("Counter", "door");
  private static final Aggregate<Command, Counter, CounterEvent> COUNTER =
      new Aggregate<>(
          "Counter", "counters.events", Command.class, CounterEvent.class, new CounterDecider());
  private static final EventJson JSON =
      new EventJson(new EventTypes(List.of(COUNTER)), PersonalDataCodec.PLAIN, List.of());

  private static final ReplayRange NOW = new ReplayRange();

  @Test
  void folds_the_events_into_the_state_and_names_its_stage() {
    Replay replay = Replay.of(COUNTER, DOOR, history(3), NOW, JSON);

    assertThat(Json.TOLERANT.writeValueAsString(replay.reconstructedState()))
        .isEqualTo("{\"stage\":\"Counting\",\"total\":6}");
    assertThat(replay.eventCount()).isEqualTo(3);
  }

  @Test
  void of_nothing_is_the_state_before_the_first_event() {
    assertThat(Json.TOLERANT.writeValueAsString(Replay.of(COUNTER, DOOR, List.of(), NOW, JSON)))
        .isEqualTo(
            "{\"aggregateId\":\"door\",\"aggregateType\":\"Counter\",\"eventCount\":0,"
                + "\"reconstructedState\":{\"stage\":\"Untouched\"},\"events\":[]}");
  }

  @Test
  void shows_the_events_with_the_exact_text_of_their_data() {
    Replay replay = Replay.of(COUNTER, DOOR, history(1), NOW, JSON);

    assertThat(Json.TOLERANT.writeValueAsString(replay))
        .contains("\"sequence\":1,")
        .contains("\"data\":{\"by\":1}");
  }

  @Test
  void ends_with_a_sequence_or_a_time() {
    Replay second = Replay.of(COUNTER, DOOR, history(3), new ReplayRange(null, 2L, null), JSON);
    Replay then = Replay.of(COUNTER, DOOR, history(3), new ReplayRange(at(2), null, null), JSON);

    assertThat(second).isEqualTo(then);
    assertThat(second.eventCount()).isEqualTo(2);
    assertThat(second.reconstructedState().path("total").asInt()).isEqualTo(3);
  }

  @Test
  void shows_the_events_from_a_date_and_the_state_of_all() {
    Replay late = Replay.of(COUNTER, DOOR, history(3), new ReplayRange(null, null, at(2)), JSON);

    assertThat(late.eventCount()).isEqualTo(2);
    assertThat(Json.TOLERANT.writeValueAsString(late.events()))
        .contains("\"sequence\":2,")
        .contains("\"sequence\":3,")
        .doesNotContain("\"sequence\":1,");
    assertThat(late.reconstructedState().path("total").asInt()).isEqualTo(6);
  }

  @Test
  void has_no_negative_sequence_and_no_dates_in_the_wrong_order() {
    assertThatThrownBy(new ReplayRange(null, -1L, null)::requireValid)
        .isInstanceOf(InvalidValue.class)
        .hasMessage("must not be negative");
    assertThatThrownBy(new ReplayRange(at(1), null, at(2))::requireValid)
        .isInstanceOf(InvalidValue.class)
        .hasMessage("must not be later than asOf");
    assertThatCode(new ReplayRange(at(2), 0L, at(2))::requireValid).doesNotThrowAnyException();
  }

  private static Instant at(int sequence) {
    return RecordedHistory.event(DOOR, sequence).timestamp();
  }

  private static List<EventEnvelope> history(int events) {
    return LongStream.rangeClosed(1, events)
        .mapToObj(sequence -> RecordedHistory.event(DOOR, sequence))
        .toList();
  }
}
