package io.cornershop.eventing.sagas;

import static io.cornershop.eventing.testing.CounterFixtures.CLOCK;
import static io.cornershop.eventing.testing.CounterFixtures.DOOR;
import static io.cornershop.eventing.testing.CounterFixtures.DOOR_STREAM;
import static io.cornershop.eventing.testing.CounterFixtures.JSON;
import static io.cornershop.eventing.testing.CounterFixtures.TYPES;
import static io.cornershop.eventing.testing.CounterFixtures.context;
import static io.cornershop.eventing.testing.CounterFixtures.handlerOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.testing.CounterCommand.Count;
import io.cornershop.eventing.testing.CounterCommand.Stop;
import io.cornershop.eventing.testing.CounterEvent.Counted;
import io.cornershop.eventing.testing.CounterId;
import io.cornershop.kernel.Command;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.EventMetadata;
import io.cornershop.kernel.Identifier;
import io.cornershop.kernel.Rejected;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReactionHandlerTest {

  private static final CounterId WINDOW = new CounterId("window");
  private static final CounterId CELLAR = new CounterId("cellar");
  private static final StreamId WINDOW_STREAM = new StreamId("Counter", "window");
  private static final StreamId CELLAR_STREAM = new StreamId("Counter", "cellar");

  /** Whenever the door counts, the window and the cellar do too. */
  private record WhenDoorCountsCountElsewhere(
      Set<String> finalRefusals, Function<Counted, Optional<Identifier>> subjects)
      implements Reaction<Counted> {

    @Override
    public Optional<Identifier> subject(Counted event) {
      return subjects.apply(event);
    }

    @Override
    public String name() {
      return "when-door-counts-count-elsewhere";
    }

    @Override
    public Class<Counted> event() {
      return Counted.class;
    }

    @Override
    public List<Command> react(Counted event) {
      return List.of(new Count(WINDOW, 1), new Count(CELLAR, 2));
    }
  }

  private final InMemoryEventStore store = new InMemoryEventStore(StoreLimits.USUAL, CLOCK);
  private final CommandHandler commands = handlerOn(store, commit -> {});

  private ReactionHandler<Counted> reaction(String... finalRefusals) {
    return reaction(Set.of(finalRefusals), event -> Optional.empty());
  }

  private ReactionHandler<Counted> reaction(
      Set<String> finalRefusals, Function<Counted, Optional<Identifier>> subjects) {
    return new ReactionHandler<>(
        new WhenDoorCountsCountElsewhere(finalRefusals, subjects), TYPES, JSON, commands);
  }

  private EventEnvelope doorCounts() {
    commands.handle(new Count(DOOR, 1), context("door"));
    return store.read(DOOR_STREAM, 1, 1).getFirst().events().getFirst();
  }

  private List<EventEnvelope> eventsOf(StreamId stream) {
    return store.read(stream, 1, 100).stream().map(Commit::events).flatMap(List::stream).toList();
  }

  @Test
  void is_known_by_the_name_of_the_reaction_and_wants_its_event() {
    assertThat(reaction())
        .returns("when-door-counts-count-elsewhere", ReactionHandler::name)
        .returns("processes", ReactionHandler::group)
        .returns(Set.of("Counted"), ReactionHandler::eventTypes);
  }

  @Test
  void an_event_takes_the_turn_of_what_it_is_about_unless_the_reaction_names_another() {
    EventEnvelope event = doorCounts();

    assertThat(reaction().keyOf(event)).isEqualTo("door");
    assertThat(reaction(Set.of(), counted -> Optional.of(CELLAR)).keyOf(event)).isEqualTo("cellar");
  }

  @Test
  void carries_out_all_commands() {
    reaction().handle(doorCounts());
    assertThat(eventsOf(WINDOW_STREAM))
        .extracting(JSON::decode)
        .containsExactly(new Counted(WINDOW, 1));
    assertThat(eventsOf(CELLAR_STREAM))
        .extracting(JSON::decode)
        .containsExactly(new Counted(CELLAR, 1), new Counted(CELLAR, 2));
  }

  @Test
  void says_what_caused_the_commands() {
    EventEnvelope cause = doorCounts();
    reaction().handle(cause);
    assertThat(eventsOf(WINDOW_STREAM))
        .extracting(EventEnvelope::metadata)
        .containsExactly(
            EventMetadata.of(
                cause.metadata().correlationId(),
                cause.eventId().toString(),
                cause.metadata().userId(),
                "when-door-counts-count-elsewhere"));
  }

  @Test
  void has_no_second_effect_when_the_event_comes_again() {
    EventEnvelope event = doorCounts();
    reaction().handle(event);
    reaction().handle(event);
    assertThat(eventsOf(WINDOW_STREAM)).hasSize(1);
    assertThat(eventsOf(CELLAR_STREAM)).hasSize(2);
  }

  @Test
  void goes_on_where_a_crash_has_cut_it_off() {
    EventEnvelope event = doorCounts();
    CommandId first =
        CommandId.of("when-door-counts-count-elsewhere", event.eventId().toString(), "0");
    commands.handle(new Count(WINDOW, 1), CommandContext.of(first, event.metadata()));

    reaction().handle(event);

    assertThat(eventsOf(WINDOW_STREAM)).hasSize(1);
    assertThat(eventsOf(CELLAR_STREAM)).hasSize(2);
  }

  @Test
  void takes_a_refusal_that_was_foreseen_for_an_answer_and_goes_on() {
    commands.handle(new Stop(WINDOW), context("stop"));
    reaction("counter-stopped").handle(doorCounts());
    assertThat(eventsOf(WINDOW_STREAM)).hasSize(1);
    assertThat(eventsOf(CELLAR_STREAM)).hasSize(2);
  }

  @Test
  void leaves_the_event_unhandled_when_a_refusal_was_not_foreseen() {
    commands.handle(new Stop(WINDOW), context("stop"));
    EventEnvelope event = doorCounts();
    assertThatThrownBy(() -> reaction("something-else").handle(event))
        .isInstanceOf(Rejected.class)
        .hasMessage("The counter is stopped");
    assertThat(eventsOf(CELLAR_STREAM)).isEmpty();
  }
}
