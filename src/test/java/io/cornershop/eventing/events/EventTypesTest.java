package io.cornershop.eventing.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.testing.CounterEvent.Counted;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.kernel.Command;
import io.cornershop.kernel.DataSubject;
import io.cornershop.kernel.Decider;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.PersonalData;
import io.cornershop.kernel.WireName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventTypesTest {

  private static final EventTypes TYPES =
      new EventTypes(List.of(CounterFixtures.COUNTERS, GuestEvent.aggregate()));

  /** A family in two storeys, with a twin in it. */
  sealed interface House extends DomainEvent {

    /** The storey below. */
    sealed interface Ground extends House {}

    @WireName("DoorOpened")
    record DoorOpened() implements Ground {}

    @WireName("DoorOpened")
    record Twin() implements House {}
  }

  /** A family whose event has no name. */
  sealed interface Nameless extends DomainEvent {
    record Something() implements Nameless {}
  }

  /** A family that does not say whose name it holds. */
  sealed interface Secretive extends DomainEvent {
    @WireName("Whispered")
    record Whispered(@PersonalData String name) implements Secretive {}
  }

  /** A family that hides names where the codec does not look. */
  sealed interface Hiding extends DomainEvent {
    @WireName("Hidden")
    record Hidden(@DataSubject String whose, @PersonalData Map<String, String> names)
        implements Hiding {}
  }

  private static <E extends DomainEvent> Aggregate<Command, Integer, E> family(Class<E> events) {
    return new Aggregate<>("Any", "any.events", Command.class, events, new Unused<>());
  }

  /** Decides nothing. */
  private static final class Unused<E extends DomainEvent> implements Decider<Command, Integer, E> {
    @Override
    public Integer initial() {
      return 0;
    }

    @Override
    public List<E> decide(Command command, Integer state) {
      return List.of();
    }

    @Override
    public Integer evolve(Integer state, E event) {
      return state;
    }
  }

  @Test
  void know_each_event_by_class_and_by_name() {
    EventTypes.Registered counted = TYPES.of(Counted.class);

    assertThat(counted)
        .isEqualTo(
            new EventTypes.Registered(new EventType("Counted", 1), Counted.class, "Counter"));
    assertThat(TYPES.named("Counted")).contains(counted);
    assertThat(TYPES.named("counted")).isEmpty();
    assertThat(TYPES.all())
        .extracting(registered -> registered.type().toString())
        .containsExactlyInAnyOrder(
            "Counted v1", "Stopped v1", "Resumed v1", "GuestArrived v3", "GuestLeft v1");
  }

  @Test
  void know_the_topic_of_each_aggregate() {
    assertThat(TYPES.topicOf("Guest")).contains("guests.events");
    assertThat(TYPES.topicOf("Ghost")).isEmpty();
    assertThat(TYPES.topics()).containsExactly("counters.events", "guests.events");
    assertThat(TYPES.aggregateTypes()).containsExactly("Counter", "Guest");
  }

  @Test
  void refuse_a_name_that_is_there_twice_or_missing() {
    assertThatThrownBy(() -> new EventTypes(List.of(family(House.class))))
        .hasMessage("Two event types are called DoorOpened");
    assertThatThrownBy(() -> new EventTypes(List.of(family(Nameless.class))))
        .hasMessageContaining("has no wire name");
  }

  @Test
  void refuse_personal_data_that_is_no_text() {
    EventTypes types = new EventTypes(List.of(family(Hiding.class)));

    assertThatThrownBy(() -> new EventJson(types, PersonalDataCodec.PLAIN, List.of()))
        .hasMessageContaining("is marked as personal data but is no text");
  }

  @Test
  void refuse_personal_data_of_nobody() {
    EventTypes types = new EventTypes(List.of(family(Secretive.class)));

    assertThatThrownBy(() -> new EventJson(types, PersonalDataCodec.PLAIN, List.of()))
        .hasMessageContaining("holds personal data but names no data subject");
  }
}
