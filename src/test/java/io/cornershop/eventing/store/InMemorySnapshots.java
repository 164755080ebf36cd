package io.cornershop.eventing.store;

import io.cornershop.eventing.events.StreamId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Snapshots as simple as they can be: the reference for their contract. Thread-safe. */
public final class InMemorySnapshots implements Snapshots {

  private final Map<StreamId, Snapshot> latest = new ConcurrentHashMap<>();

  @Override
  public Optional<Snapshot> find(StreamId stream) {
    return Optional.ofNullable(latest.get(stream));
  }

  @Override
  public void save(Snapshot snapshot) {
    latest.put(snapshot.head().stream(), snapshot);
  }
}
