package io.cornershop.eventing.consuming.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.consuming.ConsumerStatus.Held;
import io.cornershop.eventing.consuming.ConsumerStatus.Oldest;
import io.cornershop.eventing.consuming.ConsumerStatus.Partition;
import io.cornershop.eventing.consuming.ConsumerStatus.State;
import io.cornershop.eventing.consuming.ConsumerStatus.Stuck;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every adapter promises. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class NodeReportsContract {

  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00.123Z");

  private NodeReports reports;

  /** An adapter that knows no report. */
  abstract NodeReports create();

  @BeforeEach
  void begin() {
    reports = create();
  }

  @Test
  void keeps_all_that_a_report_says() {
    NodeReport full = new NodeReport("b", NOON, full());
    NodeReport bare = new NodeReport("a", NOON, status("projections", State.WAITING));
    reports.publish(full);
    reports.publish(bare);
    assertThat(reports.of("projections")).isEqualTo(List.of(bare, full));
  }

  @Test
  void keeps_the_last_report_of_each_node_and_channel() {
    NodeReport last = new NodeReport("a", NOON, status("projections", State.PAUSED));
    NodeReport other = new NodeReport("a", NOON, status("processes", State.RUNNING));
    reports.publish(new NodeReport("a", NOON.minusSeconds(2), full()));
    reports.publish(other);
    reports.publish(last);
    assertThat(List.of(reports.of("projections"), reports.of("processes")))
        .isEqualTo(List.of(List.of(last), List.of(other)));
  }

  @Test
  void forgets_what_a_node_has_said_that_stops() {
    NodeReport stays = new NodeReport("b", NOON, full());
    reports.publish(new NodeReport("a", NOON, full()));
    reports.publish(stays);
    reports.withdraw("a");
    assertThat(reports.of("projections")).isEqualTo(List.of(stays));
  }

  @Test
  void forgets_what_was_said_long_ago() {
    NodeReport stays = new NodeReport("b", NOON, full());
    reports.publish(new NodeReport("a", NOON.minusMillis(1), full()));
    reports.publish(stays);
    reports.forgetBefore(NOON);
    assertThat(reports.of("projections")).isEqualTo(List.of(stays));
  }

  private static ConsumerStatus status(String channel, State state) {
    return new ConsumerStatus(
        channel, "group", state, List.of(), 0, List.of(), List.of(), 0, 0, 0, Optional.empty());
  }

  private static ConsumerStatus full() {
    return new ConsumerStatus(
        "projections",
        "group",
        State.RUNNING,
        List.of(
            new Partition(
                "counters.events",
                0,
                Optional.of(118L),
                Optional.of(117L),
                1,
                OptionalLong.of(4),
                Optional.of(new Oldest(-3, Duration.ofMillis(1_500))),
                true),
            new Partition(
                "counters.events",
                1,
                Optional.empty(),
                Optional.empty(),
                0,
                OptionalLong.empty(),
                Optional.empty(),
                false)),
        1,
        List.of(new Held("h", "k", "e", "POISON", 3, NOON, "why")),
        List.of(new Stuck("h", "e", Duration.ofMinutes(2))),
        5,
        2,
        7,
        Optional.of("broken"));
  }
}
