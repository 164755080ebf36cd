package io.cornershop.eventing.store;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.CommandId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** A store that asks another one; who extends it changes what it answers otherwise. */
public class ForwardingStore implements EventStore {

  private final EventStore store;

  /**
   * @param store is asked for everything
   */
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
  public List<Commit> findByCommands(Collection<CommandId> commandIds) {
    return store.findByCommands(commandIds);
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
  public Map<String, List<EventEnvelope>> readEvents(Collection<String> commitIds) {
    return store.readEvents(commitIds);
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
