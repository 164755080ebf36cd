package io.cornershop.eventing.store;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventType;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.EventMetadata;
import io.cornershop.kernel.EventMetadata.SagaStep;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Commits with fixed ids and times. */
public final class CommitFixtures {

  public static final Instant NOON = Instant.parse("2026-11-05T12:00:00.250Z");
  public static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  public static final StreamId DOOR = new StreamId("Counter", "door");
  public static final StreamId GATE = new StreamId("Counter", "gate");
  public static final StreamHead NO_DOOR = StreamHead.empty(DOOR);
  public static final StreamHead NO_GATE = StreamHead.empty(GATE);

  public static final EventMetadata PLAIN_METADATA =
      EventMetadata.of("correlation-1", "causation-1", "user-1", "cornershop");
  public static final EventMetadata FULL_METADATA =
      new EventMetadata(
          "correlation-1",
          "causation-1",
          "user-1",
          "cornershop",
          Optional.of("session-1"),
          Optional.of("192.0.2.1"),
          Optional.of("curl/8"),
          Optional.of(new SagaStep("saga-1", "ReserveStock", 5)),
          Optional.of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));

  private CommitFixtures() {}

  public static CommandId command(String key) {
    return CommandId.of("counters", key);
  }

  /** The commit of one command with so many events. */
  public static NewCommit commit(StreamHead onto, String key, int events) {
    return new NewCommit(
        onto,
        List.of(new CommandOutcome(command(key), onto.sequence() + events)),
        events(onto, events));
  }

  /** The commit of one command with one event. */
  public static NewCommit commit(StreamHead onto, String key) {
    return commit(onto, key, 1);
  }

  /** The commit of many commands with one event each. */
  public static NewCommit commitOf(StreamHead onto, String... keys) {
    List<CommandOutcome> outcomes =
        IntStream.range(0, keys.length)
            .mapToObj(i -> new CommandOutcome(command(keys[i]), onto.sequence() + i + 1))
            .toList();
    return new NewCommit(onto, outcomes, events(onto, keys.length));
  }

  private static List<EventEnvelope> events(StreamHead onto, int count) {
    return LongStream.rangeClosed(onto.sequence() + 1, onto.sequence() + count)
        .mapToObj(n -> event(onto.stream(), n, "{\"total\":" + n + "}", PLAIN_METADATA))
        .toList();
  }

  /** The commit of one command with one event that has this data. */
  public static NewCommit commitWith(StreamHead onto, String key, String data) {
    EventEnvelope event = event(onto.stream(), onto.sequence() + 1, data, FULL_METADATA);
    return new NewCommit(
        onto, List.of(new CommandOutcome(command(key), event.sequence())), List.of(event));
  }

  public static EventEnvelope event(
      StreamId stream, long sequence, String data, EventMetadata metadata) {
    return new EventEnvelope(
        UUID.nameUUIDFromBytes((stream + " " + sequence).getBytes(StandardCharsets.UTF_8)),
        new EventType("Counted", 1),
        stream,
        sequence,
        NOON,
        data,
        metadata,
        OptionalLong.empty());
  }

  /** Commits that follow each other, each with so many events. */
  public static List<Commit> history(StreamId stream, int... sizes) {
    Stream.Builder<Commit> commits = Stream.builder();
    StreamHead head = StreamHead.empty(stream);
    for (int size : sizes) {
      Commit next = commit(head, stream + "-" + head.sequence(), size).toCommit(NOON, "epoch-1");
      commits.add(next);
      head = next.head();
    }
    return commits.build().toList();
  }
}
