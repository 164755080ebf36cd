package io.cornershop.eventing.store;

import static io.cornershop.eventing.store.CommitFixtures.DOOR;
import static io.cornershop.eventing.store.CommitFixtures.NOON;
import static io.cornershop.eventing.store.CommitFixtures.PLAIN_METADATA;
import static io.cornershop.eventing.store.CommitFixtures.command;
import static io.cornershop.eventing.store.CommitFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.EventEnvelope;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CommitTest {

  private static List<EventEnvelope> events(long first, long last) {
    return LongStream.rangeClosed(first, last)
        .mapToObj(sequence -> event(DOOR, sequence, "{}", PLAIN_METADATA))
        .toList();
  }

  @Test
  void each_command_has_its_own_events_among_those_of_the_others() {
    Commit commit =
        new Commit(
            Commit.idOf(DOOR, 5),
            DOOR,
            List.of(
                new CommandOutcome(command("a"), 5),
                new CommandOutcome(command("nothing new"), 5),
                new CommandOutcome(command("b"), 8)),
            events(5, 8),
            NOON,
            "",
            "",
            "hash",
            "epoch");

    assertThat(commit.eventsOf(command("a"))).isEqualTo(events(5, 5));
    assertThat(commit.eventsOf(command("nothing new"))).isEmpty();
    assertThat(commit.eventsOf(command("b"))).isEqualTo(events(6, 8));
    assertThat(commit.eventsOf(command("of another commit"))).isEmpty();
  }
}
