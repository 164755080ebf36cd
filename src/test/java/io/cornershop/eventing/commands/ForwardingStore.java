package io.cornershop.eventing.commands;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.AppendResult;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.NewCommit;
import io.cornershop.kernel.CommandId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** A store that asks another one; tests change what they want to see changed. */
public class ForwardingStore implements EventStore {

  private final EventStore store;

  protected ForwardingStore(EventStore store) {
    this.store = store;
  }

  @Override
  public AppendResult append(NewCommit commit) {
    return store.append(commit);
  }

  @Override
  public Optional<Commit> findByCommand(CommandId commandId) {
    return store.findByCommand(commandId);
  }

  @Override
  public List<Commit> read(StreamId stream, long firstSequence, int maxCommits) {
    return store.read(stream, firstSequence, maxCommits);
  }

  @Override
  public List<Commit> readAll(Collection<String> commitIds) {
    return store.readAll(commitIds);
  }

  @Override
  public SequencedMap<String, List<EventEnvelope>> scan(
      String aggregateType, String afterCommit, int maxCommits) {
    return store.scan(aggregateType, afterCommit, maxCommits);
  }

  @Override
  public long size() {
    return store.size();
  }

  @Override
  public List<String> findPending(int max) {
    return store.findPending(max);
  }

  @Override
  public boolean marksPending() {
    return store.marksPending();
  }

  @Override
  public void unmarkPending(Collection<String> commitIds) {
    store.unmarkPending(commitIds);
  }

  @Override
  public String epoch() {
    return store.epoch();
  }
}
