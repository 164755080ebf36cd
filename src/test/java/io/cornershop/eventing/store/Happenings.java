package io.cornershop.eventing.store;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventType;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.PositionLog.Entry;
import io.cornershop.kernel.EventMetadata;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/** Makes commits of events with chosen types, causes and times, and entries for them. */
public final class Happenings {

  /** One event to come. */
  public record Happening(String type, String correlationId, Instant time) {}

  private final Map<StreamId, StreamHead> heads = new HashMap<>();

  /** A happening of which only the type matters. */
  public static Happening of(String type) {
    return new Happening(type, "correlation-1", CommitFixtures.NOON);
  }

  /** The next commit of this stream. */
  public NewCommit next(StreamId stream, Happening... happenings) {
    StreamHead onto = heads.getOrDefault(stream, StreamHead.empty(stream));
    List<EventEnvelope> events = new ArrayList<>();
    for (Happening happening : happenings) {
      events.add(event(stream, onto.sequence() + events.size() + 1, happening));
    }
    CommandOutcome outcome =
        new CommandOutcome(
            CommitFixtures.command(stream + "-" + onto.sequence()),
            onto.sequence() + events.size());
    return new NewCommit(onto, List.of(outcome), events);
  }

  /** The next commit of this stream, as the store keeps it; the one after it follows it. */
  public Commit commit(StreamId stream, Happening... happenings) {
    Commit commit = next(stream, happenings).toCommit(CommitFixtures.NOON, "epoch-1");
    heads.put(stream, commit.head());
    return commit;
  }

  private static EventEnvelope event(StreamId stream, long sequence, Happening happening) {
    return new EventEnvelope(
        idOf(stream, sequence),
        new EventType(happening.type(), 1),
        stream,
        sequence,
        happening.time(),
        "{\"n\":" + sequence + "}",
        EventMetadata.of(happening.correlationId(), "causation-1", "user-1", "test"),
        OptionalLong.empty());
  }

  /** The id of the event with this sequence. */
  public static UUID idOf(StreamId stream, long sequence) {
    return UUID.nameUUIDFromBytes((stream + " " + sequence).getBytes(StandardCharsets.UTF_8));
  }

  /** Entries for commits, behind the head of a log. */
  public static List<Entry> entries(Entry head, List<Commit> commits) {
    List<Entry> entries = new ArrayList<>();
    Entry last = head;
    for (Commit commit : commits) {
      last = last.next(commit);
      entries.add(last);
    }
    return entries;
  }
}
