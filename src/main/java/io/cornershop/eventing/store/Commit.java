package io.cornershop.eventing.store;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.CommandId;
import java.time.Instant;
import java.util.List;

/**
 * What the store keeps of one append. Immutable and written as one document.
 *
 * @param id {@code <type>/<aggregate>/<firstSequence>}, the sequence with leading zeros
 * @param events in order, without positions
 * @param appendedAt the writer's clock; for people only, orders nothing
 * @param previousCommit the id of the commit before it in its stream, empty for the first
 * @param previousHash the hash of that commit, empty for the first
 * @param hash {@link CommitHash} over all fields but itself
 * @param epoch the life of the store in which it was written
 */
public record Commit(
    String id,
    StreamId stream,
    List<CommandOutcome> commands,
    List<EventEnvelope> events,
    Instant appendedAt,
    String previousCommit,
    String previousHash,
    String hash,
    String epoch) {

  /** Ends the type in an id, and the aggregate; no identifier has it. */
  public static final char SEPARATOR = '/';

  public Commit {
    commands = List.copyOf(commands);
    events = List.copyOf(events);
  }

  /** The id of the commit of {@code stream} that begins with {@code firstSequence}. */
  public static String idOf(StreamId stream, long firstSequence) {
    return stream + "%c%012d".formatted(SEPARATOR, firstSequence);
  }

  /** The stream that the commit with this id belongs to. */
  public static StreamId streamIn(String id) {
    String[] parts = id.split("/");
    return new StreamId(parts[0], parts[1]);
  }

  /** The first sequence of the commit with this id. */
  public static long firstSequenceIn(String id) {
    return Long.parseLong(id.substring(id.lastIndexOf('/') + 1));
  }

  /** The sequence of its first event. */
  public long firstSequence() {
    return events.getFirst().sequence();
  }

  /** The sequence of its last event. */
  public long lastSequence() {
    return events.getLast().sequence();
  }

  /** The events that a command of this commit has led to; none when it is of another commit. */
  public List<EventEnvelope> eventsOf(CommandId command) {
    long before = firstSequence() - 1;
    for (CommandOutcome outcome : commands) {
      if (outcome.commandId().equals(command)) {
        return between(before, outcome.sequence());
      }
      before = Math.max(before, outcome.sequence());
    }
    return List.of();
  }

  private List<EventEnvelope> between(long after, long last) {
    return events.stream()
        .filter(event -> event.sequence() > after && event.sequence() <= last)
        .toList();
  }

  /** The same commit with its hash. */
  Commit hashed(String newHash) {
    return new Commit(
        id, stream, commands, events, appendedAt, previousCommit, previousHash, newHash, epoch);
  }

  /** The head of the stream when this is its last commit. */
  public StreamHead head() {
    return new StreamHead(stream, lastSequence(), id, hash, events.getLast().timestamp());
  }
}
