package io.cornershop.eventing.projections;

import io.cornershop.eventing.events.StreamId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a row includes: per source stream the last sequence that it has seen. Immutable.
 *
 * @param marks one per stream
 */
public record Sources(Map<StreamId, Mark> marks) {

  /** The sources of a row that has seen nothing. */
  public static final Sources NONE = new Sources(Map.of());

  /**
   * The end of a stream as the row has seen it.
   *
   * @param epoch the life of the store to which the sequence belongs
   */
  public record Mark(long sequence, String epoch) {}

  public Sources {
    marks = Map.copyOf(marks);
  }

  /** The last sequence of {@code stream} that is included, 0 for none or that of another life. */
  public long sequenceOf(StreamId stream, String epoch) {
    return sequenceIn(marks.get(stream), epoch);
  }

  /** The sequence in a mark, 0 for none or that of another life. */
  static long sequenceIn(Mark mark, String epoch) {
    return mark == null || !mark.epoch().equals(epoch) ? 0 : mark.sequence();
  }

  /** Whether a mark belongs to another life of the store than this. */
  boolean outlived(String epoch) {
    return marks.values().stream().anyMatch(mark -> !mark.epoch().equals(epoch));
  }

  /** The same with {@code stream} up to {@code sequence}. */
  public Sources with(StreamId stream, long sequence, String epoch) {
    Map<StreamId, Mark> changed = new LinkedHashMap<>(marks);
    changed.put(stream, new Mark(sequence, epoch));
    return new Sources(changed);
  }
}
