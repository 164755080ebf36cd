package io.cornershop.eventing.store;

import io.cornershop.eventing.events.StreamId;
import java.util.Optional;

/**
 * The last snapshot of each stream. May lose any of them at any time. Implementations are
 * thread-safe, and throw {@link io.cornershop.kernel.Unavailable} when the database does not answer
 * in time.
 */
public interface Snapshots {

  /** The snapshot of a stream that was saved last, if there is one. */
  Optional<Snapshot> find(StreamId stream);

  /** Replaces the snapshot of its stream. */
  void save(Snapshot snapshot);
}
