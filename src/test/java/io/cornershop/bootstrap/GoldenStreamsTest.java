package io.cornershop.bootstrap;

import static io.cornershop.testing.WholeShop.JSON;
import static io.cornershop.testing.WholeShop.TYPES;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.Aggregate;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventType;
import io.cornershop.eventing.events.EventTypes.Registered;
import io.cornershop.eventing.events.StateJson;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.EventMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each aggregate has golden histories, under {@code streams}: {@code <type>.events.txt} with an
 * event a line, and {@code <type>.fold-v<n>.txt} with the state after each of them, as version n of
 * the fold leaves it. When a test here fails after a change of a decider or a state, the change is
 * seen by snapshots that exist: raise {@code foldVersion} in that decider, and commit the states as
 * the file of the new version. A file of a version that was released is never edited.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GoldenStreamsTest {

  private static final Path FILES = Path.of("src", "test", "resources", "streams");
  private static final Pattern EVENT = Pattern.compile("(\\w+)\\.v(\\d+) (.*)");

  static Stream<Aggregate<?, ?, ?>> aggregates() {
    return Domains.all().all().stream();
  }

  @ParameterizedTest
  @MethodSource("aggregates")
  void the_states_are_those_of_the_version_that_the_decider_names(Aggregate<?, ?, ?> aggregate)
      throws IOException {
    StateJson states = new StateJson(aggregate.decider().initial());
    String written =
        histories(aggregate).stream()
            .map(history -> statesAfter(aggregate, history))
            .map(after -> after.stream().map(states::write).collect(Collectors.joining("\n")))
            .collect(Collectors.joining("\n\n", "", "\n"));

    int version = aggregate.decider().foldVersion();
    Path golden = FILES.resolve("%s.fold-v%d.txt".formatted(aggregate.type(), version));
    assertThat(golden).content().isEqualTo(written);
  }

  @ParameterizedTest
  @MethodSource("aggregates")
  void every_state_is_read_back_as_it_was_written(Aggregate<?, ?, ?> aggregate) throws IOException {
    StateJson states = new StateJson(aggregate.decider().initial());
    List<Object> all = allStates(aggregate);

    assertThat(all.stream().map(states::write).map(text -> states.read(text).orElseThrow()))
        .isEqualTo(all);
  }

  @ParameterizedTest
  @MethodSource("aggregates")
  void every_stage_and_every_event_occurs(Aggregate<?, ?, ?> aggregate) throws IOException {
    List<String> events =
        histories(aggregate).stream()
            .flatMap(List::stream)
            .map(event -> event.type().name())
            .distinct()
            .toList();
    List<String> known =
        TYPES.all().stream()
            .filter(type -> type.aggregateType().equals(aggregate.type()))
            .map(Registered::type)
            .map(EventType::name)
            .toList();

    assertThat(events).containsExactlyInAnyOrderElementsOf(known);
    assertThat(allStates(aggregate).stream().map(state -> state.getClass().getSimpleName()))
        .containsAll(new StateJson(aggregate.decider().initial()).stages());
  }

  private static List<Object> allStates(Aggregate<?, ?, ?> aggregate) throws IOException {
    return histories(aggregate).stream()
        .flatMap(history -> statesAfter(aggregate, history).stream())
        .toList();
  }

  /** The initial state and the one after each event. */
  private static <S, E extends DomainEvent> List<Object> statesAfter(
      Aggregate<?, S, E> aggregate, List<EventEnvelope> history) {
    S state = aggregate.decider().initial();
    List<Object> states = new ArrayList<>(List.of(state));
    for (EventEnvelope event : history) {
      state = aggregate.evolve(state, JSON.decode(event));
      states.add(state);
    }
    return states;
  }

  private static List<List<EventEnvelope>> histories(Aggregate<?, ?, ?> aggregate)
      throws IOException {
    String all = Files.readString(FILES.resolve(aggregate.type() + ".events.txt"));
    return Arrays.stream(all.split("\n\n"))
        .map(history -> history.lines().map(GoldenStreamsTest::envelope).toList())
        .toList();
  }

  /** A line is the event type with its version, and the data. */
  private static EventEnvelope envelope(String line) {
    Matcher parts = EVENT.matcher(line);
    assertThat(parts.matches()).as(line).isTrue();
    return new EventEnvelope(
        new UUID(0, 1),
        new EventType(parts.group(1), Integer.parseInt(parts.group(2))),
        new StreamId("Golden", "1"),
        1,
        Instant.EPOCH,
        parts.group(3),
        EventMetadata.of("c", "c", "u", "golden"),
        OptionalLong.empty());
  }
}
