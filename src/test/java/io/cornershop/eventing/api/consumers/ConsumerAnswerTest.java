package io.cornershop.eventing.api.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.consuming.ConsumerStatus.State;
import io.cornershop.eventing.consuming.steering.Seek;
import io.cornershop.eventing.consuming.steering.SeekTarget;
import io.cornershop.eventing.consuming.steering.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConsumerAnswerTest {

  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

  @Test
  void tells_what_is_and_what_is_wanted_but_no_words_of_a_driver() {
    assertThat(ConsumerAnswer.of(GroupView.of("n-1", status(), List.of(), NOON), wish()))
        .isEqualTo(
            new ConsumerAnswer(
                "projections",
                "cornershop.projections",
                true,
                List.of(
                    new ConsumerAnswer.WishedSeek(
                        3, "Position[position=7]", List.of("a.events/0"))),
                "RUNNING",
                List.of(new ConsumerAnswer.Node("n-1", "RUNNING", "PT0S", false)),
                List.of(
                    new ConsumerAnswer.Partition(
                        "a.events",
                        0,
                        Optional.of(118L),
                        Optional.of(117L),
                        OptionalLong.of(4),
                        1,
                        Optional.of(new ConsumerAnswer.Progress(117, "PT1.5S")),
                        true,
                        "n-1",
                        "PT0S",
                        false)),
                1,
                List.of(new ConsumerAnswer.Held("n-1", "h", "k", "e", "POISON", 3, NOON, "Broken")),
                List.of(new ConsumerAnswer.Stuck("n-1", "h", "e", "PT2M")),
                5,
                2,
                7,
                Optional.of("IllegalStateException")));
  }

  private static Wish wish() {
    return new Wish(
        "projections",
        3,
        true,
        List.of(new Seek(3, new SeekTarget.Position(7))),
        List.of("ask"),
        Map.of("a.events/0", 3L, "a.events/1", 2L));
  }

  private static ConsumerStatus status() {
    return new ConsumerStatus(
        "projections",
        "cornershop.projections",
        State.RUNNING,
        List.of(
            new ConsumerStatus.Partition(
                "a.events",
                0,
                Optional.of(118L),
                Optional.of(117L),
                1,
                OptionalLong.of(4),
                Optional.of(new ConsumerStatus.Oldest(117, Duration.ofMillis(1_500))),
                true)),
        1,
        List.of(
            new ConsumerStatus.Held(
                "h", "k", "e", "POISON", 3, NOON, "org.example.Broken: secret words")),
        List.of(new ConsumerStatus.Stuck("h", "e", Duration.ofMinutes(2))),
        5,
        2,
        7,
        Optional.of("java.lang.IllegalStateException: secret words"));
  }
}
