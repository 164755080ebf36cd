package io.cornershop.eventing.publishing;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.AppendResult;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.NewCommit;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.Unavailable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * An event store whose appends wake the relay, whoever makes them. Thread-safe.
 *
 * <p>Also an append with unknown end may have stored a commit of which nobody hears: it asks for a
 * sweep, and its repeat, which finds the commit there, wakes the relay for it.
 */
public final class WakingEventStore implements EventStore {

  private final EventStore store;
  private final RelaySignal signal;

  public WakingEventStore(EventStore store, RelaySignal signal) {
    this.store = store;
    this.signal = signal;
  }

  @Override
  public AppendResult append(NewCommit commit) {
    try {
      AppendResult result = store.append(commit);
      switch (result) {
        case AppendResult.Appended a -> signal.accept(a.commit());
        case AppendResult.Repeated r -> signal.accept(r.first());
        case AppendResult.Conflict c -> {}
      }
      return result;
    } catch (Unavailable e) {
      signal.sweepSoon();
      throw e;
    }
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
