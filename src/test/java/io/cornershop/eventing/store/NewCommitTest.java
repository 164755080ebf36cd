package io.cornershop.eventing.store;

import static io.cornershop.eventing.store.CommitFixtures.DOOR;
import static io.cornershop.eventing.store.CommitFixtures.NO_DOOR;
import static io.cornershop.eventing.store.CommitFixtures.NO_GATE;
import static io.cornershop.eventing.store.CommitFixtures.PLAIN_METADATA;
import static io.cornershop.eventing.store.CommitFixtures.command;
import static io.cornershop.eventing.store.CommitFixtures.commit;
import static io.cornershop.eventing.store.CommitFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.kernel.TooLarge;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What cannot even be asked of a store. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NewCommitTest {

  private static final List<CommandOutcome> ONE = List.of(new CommandOutcome(command("a"), 2));

  private static EventEnvelope counted(long sequence, UUID id) {
    EventEnvelope event = event(DOOR, sequence, "{}", PLAIN_METADATA);
    return new EventEnvelope(
        id,
        event.type(),
        DOOR,
        sequence,
        event.timestamp(),
        event.data(),
        event.metadata(),
        OptionalLong.empty());
  }

  private static void requireRefused(List<CommandOutcome> commands, List<EventEnvelope> events) {
    assertThatThrownBy(() -> new NewCommit(NO_DOOR, commands, events))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void two_events_with_one_id() {
    UUID id = new UUID(1, 1);
    requireRefused(ONE, List.of(counted(1, id), counted(2, id)));
    assertThat(new NewCommit(NO_DOOR, ONE, List.of(counted(1, id), counted(2, new UUID(1, 2)))))
        .isNotNull();
  }

  @Test
  void a_command_that_is_there_twice() {
    List<EventEnvelope> events = commit(NO_DOOR, "a", 2).events();
    requireRefused(
        List.of(new CommandOutcome(command("a"), 1), new CommandOutcome(command("a"), 2)), events);
  }

  @Test
  void nothing() {
    requireRefused(List.of(), commit(NO_DOOR, "a").events());
    requireRefused(ONE, List.of());
  }

  @Test
  void events_that_do_not_follow_the_head_one_by_one() {
    List<EventEnvelope> events = commit(NO_DOOR, "a", 3).events();
    requireRefused(ONE, events.subList(1, 3));
    requireRefused(ONE, List.of(events.get(0), events.get(2)));
    requireRefused(ONE, events.reversed());
    requireRefused(ONE, commit(NO_GATE, "a").events());
    requireRefused(ONE, List.of(events.getFirst().at(1_000)));
  }

  @Test
  void more_events_than_a_commit_holds() {
    assertThatThrownBy(() -> commit(NO_DOOR, "a", 1_001)).isInstanceOf(TooLarge.class);
    assertThat(commit(NO_DOOR, "a", 1_000).events()).hasSize(1_000);
  }
}
