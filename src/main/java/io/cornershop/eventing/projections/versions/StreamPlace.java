package io.cornershop.eventing.projections.versions;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.store.Commit;
import java.util.List;
import java.util.Optional;

/**
 * A place in the history as the store has it stream after stream. Immutable.
 *
 * @param commitId of the last commit that was read, empty before the first
 * @param sequence of its last event
 */
public record StreamPlace(String commitId, long sequence) {

  /** Before the first commit. */
  public static final StreamPlace BEGINNING = new StreamPlace("", 0);

  /** The aggregate type of the last commit. */
  public Optional<String> aggregateType() {
    return Optional.of(commitId)
        .filter(id -> !id.isEmpty())
        .map(id -> Commit.streamIn(id).aggregateType());
  }

  /**
   * The place behind the next commit.
   *
   * @throws IllegalStateException when it is not the next of its stream
   */
  public StreamPlace next(String id, List<EventEnvelope> events) {
    long expected = isOfStreamOf(id) ? sequence + 1 : 1;
    if (events.getFirst().sequence() != expected) {
      throw new IllegalStateException(
          "The store does not have event %d of %s".formatted(expected, Commit.streamIn(id)));
    }
    return new StreamPlace(id, events.getLast().sequence());
  }

  private boolean isOfStreamOf(String id) {
    int end = id.lastIndexOf(Commit.SEPARATOR);
    return commitId.lastIndexOf(Commit.SEPARATOR) == end && commitId.regionMatches(0, id, 0, end);
  }
}
