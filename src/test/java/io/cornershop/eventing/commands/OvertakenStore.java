package io.cornershop.eventing.commands;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.AppendResult;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.NewCommit;
import io.cornershop.eventing.testing.CounterCommand.Count;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.kernel.CommandId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A store in which another node comes first, so many times, between each load and append. */
final class OvertakenStore implements EventStore {

  private final EventStore store;
  private final CommandHandler other;
  private int times;

  OvertakenStore(EventStore store, int times) {
    this.store = store;
    this.other = CounterFixtures.handlerOn(store, commit -> {});
    this.times = times;
  }

  @Override
  public AppendResult append(NewCommit commit) {
    if (times > 0) {
      times--;
      other.handle(new Count(CounterFixtures.DOOR, 1), CounterFixtures.context("other-" + times));
    }
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
  public long size() {
    return store.size();
  }

  @Override
  public List<String> findPending(int max) {
    return store.findPending(max);
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
