package io.cornershop.eventing.api.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.consuming.ConsumerStatus.State;
import io.cornershop.eventing.consuming.reports.NodeReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GroupViewTest {

  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

  @Test
  void has_the_partitions_of_all_nodes_by_number() {
    assertThat(partitions(view(status(1), report("b", 2, status(0, 2)))))
        .isEqualTo(List.of("0 by b PT2S", "1 by a PT0S", "2 by b PT2S"));
  }

  @Test
  void marks_what_a_node_said_that_is_silent_now() {
    assertThat(partitions(view(status(1), report("b", 11, status(0)))))
        .isEqualTo(List.of("0 by b PT11S stale", "1 by a PT0S"));
  }

  @Test
  void leaves_out_what_a_silent_node_said_of_a_partition_that_another_has_now() {
    assertThat(partitions(view(status(1), report("b", 11, status(0, 1)))))
        .isEqualTo(List.of("0 by b PT11S stale", "1 by a PT0S"));
  }

  @Test
  void believes_itself_more_than_its_own_report() {
    assertThat(partitions(view(status(1), report("a", 1, status(0)))))
        .isEqualTo(List.of("1 by a PT0S"));
  }

  @Test
  void takes_a_report_of_a_clock_that_is_ahead_for_new() {
    assertThat(partitions(view(status(), report("b", -3, status(0)))))
        .isEqualTo(List.of("0 by b PT0S"));
  }

  private static GroupView view(ConsumerStatus own, NodeReport report) {
    return GroupView.of("a", own, List.of(report), NOON);
  }

  private static List<String> partitions(GroupView view) {
    return view.partitions().stream()
        .map(
            seen ->
                "%d by %s %s%s"
                    .formatted(
                        seen.partition().partition(),
                        seen.by().node(),
                        seen.by().age(),
                        seen.by().stale() ? " stale" : ""))
        .toList();
  }

  private static NodeReport report(String node, int secondsAgo, ConsumerStatus status) {
    return new NodeReport(node, NOON.minus(Duration.ofSeconds(secondsAgo)), status);
  }

  private static ConsumerStatus status(int... partitions) {
    return new ConsumerStatus(
        "projections",
        "group",
        State.RUNNING,
        IntStream.of(partitions).mapToObj(GroupViewTest::partition).toList(),
        0,
        List.of(),
        List.of(),
        0,
        0,
        0,
        Optional.empty());
  }

  private static ConsumerStatus.Partition partition(int number) {
    return new ConsumerStatus.Partition(
        "counters.events",
        number,
        Optional.empty(),
        Optional.empty(),
        0,
        OptionalLong.empty(),
        Optional.empty(),
        false);
  }
}
