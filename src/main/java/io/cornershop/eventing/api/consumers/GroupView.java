package io.cornershop.eventing.api.consumers;

import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.consuming.reports.NodeReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A channel on all nodes: on this one as it is now, on the others as they last said.
 *
 * @param nodes this one first
 */
record GroupView(List<Seen> nodes) {

  /** A report older than this is not believed to be true any more. */
  private static final Duration FRESH = Duration.ofSeconds(10);

  /** A channel on one node, as it was some time ago. */
  record Seen(String node, Duration age, ConsumerStatus status) {

    boolean stale() {
      return age.compareTo(FRESH) > 0;
    }
  }

  /** A partition on a node. */
  record SeenPartition(Seen by, ConsumerStatus.Partition partition) {

    private String name() {
      return partition.topic() + "/" + partition.partition();
    }
  }

  /** What this node knows of itself, and what others have said. */
  static GroupView of(String node, ConsumerStatus own, List<NodeReport> reports, Instant now) {
    List<Seen> nodes = new ArrayList<>(List.of(new Seen(node, Duration.ZERO, own)));
    reports.stream()
        .filter(report -> !report.node().equals(node))
        .forEach(report -> nodes.add(new Seen(report.node(), age(report, now), report.status())));
    return new GroupView(List.copyOf(nodes));
  }

  /** Clocks differ: a report from the future is new. */
  private static Duration age(NodeReport report, Instant now) {
    Duration age = Duration.between(report.at(), now);
    return age.isNegative() ? Duration.ZERO : age;
  }

  ConsumerStatus own() {
    return nodes.getFirst().status();
  }

  /** All partitions; what is stale only where no other node has the partition now. */
  List<SeenPartition> partitions() {
    List<SeenPartition> all =
        nodes.stream()
            .flatMap(
                seen -> seen.status().partitions().stream().map(p -> new SeenPartition(seen, p)))
            .toList();
    Set<String> fresh =
        all.stream()
            .filter(seen -> !seen.by().stale())
            .map(SeenPartition::name)
            .collect(Collectors.toSet());
    return all.stream()
        .filter(seen -> !seen.by().stale() || !fresh.contains(seen.name()))
        .sorted(
            Comparator.comparing((SeenPartition seen) -> seen.partition().topic())
                .thenComparing(seen -> seen.partition().partition()))
        .toList();
  }
}
