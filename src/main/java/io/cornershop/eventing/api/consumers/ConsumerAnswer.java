package io.cornershop.eventing.api.consumers;

import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.consuming.steering.Seek;
import io.cornershop.eventing.consuming.steering.Wish;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A channel. What is wanted of it is the same on each node; partitions and what stands still are
 * those of all nodes, as each last said; all else is of the node that answers.
 *
 * @param paused whether it is to be paused; the nodes follow within a second or two
 * @param seeks the last wishes to go back, with the partitions that have carried them out
 * @param healed how often, since the node started, a partition lacked events and got them from the
 *     event store
 * @param passedOver how many events, since the node started, came again and were passed over
 *     because they were discarded
 * @param ofOtherLives how many records, since the node started, no handler got because their header
 *     {@code epoch} is not that of the event store, which does not have them
 * @param lastError the kind of the channel's own last failure
 */
record ConsumerAnswer(
    String name,
    String group,
    boolean paused,
    List<WishedSeek> seeks,
    String state,
    List<Node> nodes,
    List<Partition> partitions,
    int inFlight,
    List<Held> held,
    List<Stuck> stuck,
    int healed,
    long passedOver,
    long ofOtherLives,
    Optional<String> lastError) {

  /** A wish to go back. */
  record WishedSeek(long number, String to, List<String> carriedOutBy) {}

  /**
   * A node that has the channel.
   *
   * @param age how long ago it said this, as an ISO-8601 duration
   * @param stale whether that is too long ago to be true still; the node may be gone
   */
  record Node(String node, String state, String age, boolean stale) {}

  /**
   * A partition.
   *
   * @param node which reads it, as it said {@code age} ago
   * @param progress the first unfinished record, if there is one
   * @param fromStore whether it gets events from the event store that the topic lacks
   */
  record Partition(
      String topic,
      int partition,
      Optional<Long> position,
      Optional<Long> committed,
      OptionalLong lag,
      int inFlight,
      Optional<Progress> progress,
      boolean fromStore,
      String node,
      String age,
      boolean stale) {}

  /**
   * The first unfinished record.
   *
   * @param age how long the node has had it, as an ISO-8601 duration
   */
  record Progress(long offset, String age) {}

  /**
   * A key that stands still behind a failed event.
   *
   * @param reason the kind of failure
   */
  record Held(
      String node,
      String handler,
      String key,
      String event,
      String kind,
      int attempts,
      Instant since,
      String reason) {}

  /** A handler that does not return. */
  record Stuck(String node, String handler, String event, String age) {}

  static ConsumerAnswer of(GroupView group, Wish wish) {
    ConsumerStatus status = group.own();
    return new ConsumerAnswer(
        status.channel(),
        status.group(),
        wish.paused(),
        wish.seeks().stream().map(seek -> seek(seek, wish)).toList(),
        status.state().name(),
        group.nodes().stream().map(ConsumerAnswer::node).toList(),
        group.partitions().stream().map(ConsumerAnswer::partition).toList(),
        status.inFlight(),
        group.nodes().stream().flatMap(ConsumerAnswer::held).toList(),
        group.nodes().stream().flatMap(ConsumerAnswer::stuck).toList(),
        status.healed(),
        status.passedOver(),
        status.ofOtherLives(),
        status.lastError().map(ConsumerAnswer::kindOf));
  }

  private static WishedSeek seek(Seek seek, Wish wish) {
    List<String> partitions =
        wish.carriedOut().entrySet().stream()
            .filter(done -> done.getValue() >= seek.number())
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    return new WishedSeek(seek.number(), seek.to().toString(), partitions);
  }

  private static Node node(GroupView.Seen seen) {
    return new Node(seen.node(), seen.status().state().name(), seen.age().toString(), seen.stale());
  }

  private static Partition partition(GroupView.SeenPartition seen) {
    ConsumerStatus.Partition p = seen.partition();
    return new Partition(
        p.topic(),
        p.partition(),
        p.position(),
        p.committed(),
        p.lag(),
        p.unfinished(),
        p.oldest().map(oldest -> new Progress(oldest.offset(), oldest.age().toString())),
        p.history(),
        seen.by().node(),
        seen.by().age().toString(),
        seen.by().stale());
  }

  private static Stream<Held> held(GroupView.Seen seen) {
    return seen.status().held().stream().map(h -> held(seen.node(), h));
  }

  private static Held held(String node, ConsumerStatus.Held h) {
    return new Held(
        node,
        h.handler(),
        h.key(),
        h.event(),
        h.kind(),
        h.attempts(),
        h.since(),
        kindOf(h.reason()));
  }

  private static Stream<Stuck> stuck(GroupView.Seen seen) {
    return seen.status().stuck().stream()
        .map(s -> new Stuck(seen.node(), s.handler(), s.event(), s.age().toString()));
  }

  /** A failure without its message, which may be a driver's. */
  private static String kindOf(String failure) {
    String type = failure.split(":", 2)[0];
    return type.substring(type.lastIndexOf('.') + 1);
  }
}
