package io.cornershop.eventing.store;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.CommandId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** The contracts with adapters that do nothing: one kind says yes to everything, the other no. */
final class NothingContracts {

  private NothingContracts() {}

  static final class ForgetfulStore extends EventStoreContract {
    @Override
    protected EventStore emptyStore() {
      return new NothingStore(true);
    }
  }

  static final class RefusingStore extends EventStoreContract {
    @Override
    protected EventStore emptyStore() {
      return new NothingStore(false);
    }
  }

  static final class ForgetfulStoreInRaces extends EventStoreRacesContract {
    @Override
    protected EventStore emptyStore() {
      return new NothingStore(true);
    }
  }

  static final class RefusingStoreInRaces extends EventStoreRacesContract {
    @Override
    protected EventStore emptyStore() {
      return new NothingStore(false);
    }
  }

  static final class ForgetfulLog extends PositionLogContract {
    @Override
    protected PositionLog emptyLog() {
      return new NothingLog(true);
    }

    @Override
    protected PositionLog sameLogElsewhere() {
      return emptyLog();
    }
  }

  static final class RefusingLog extends PositionLogContract {
    @Override
    protected PositionLog emptyLog() {
      return new NothingLog(false);
    }

    @Override
    protected PositionLog sameLogElsewhere() {
      return emptyLog();
    }
  }

  /** Over a log that works, as the contract needs one to find anything in. */
  static final class ForgetfulIndex extends EventIndexContract {
    private final PositionLog log = new InMemoryPositionLog();

    @Override
    protected PositionLog log() {
      return log;
    }

    @Override
    protected EventIndex index() {
      return (search, number, limit) -> List.of();
    }
  }

  static final class ForgetfulSnapshots extends SnapshotsContract {

    @Override
    protected Snapshots noSnapshots() {
      return new NothingSnapshots();
    }
  }

  private record NothingSnapshots() implements Snapshots {

    @Override
    public Optional<Snapshot> find(StreamId stream) {
      return Optional.empty();
    }

    @Override
    public void save(Snapshot snapshot) {
      // Does nothing, which is its purpose.
    }
  }

  private record NothingStore(boolean pretends) implements EventStore {
    @Override
    public AppendResult append(NewCommit commit) {
      return pretends
          ? new AppendResult.Appended(commit.toCommit(CommitFixtures.NOON, epoch()))
          : new AppendResult.Conflict();
    }

    @Override
    public Optional<Commit> findByCommand(CommandId commandId) {
      return Optional.empty();
    }

    @Override
    public List<Commit> read(StreamId stream, long firstSequence, int maxCommits) {
      return List.of();
    }

    @Override
    public List<Commit> readAll(Collection<String> commitIds) {
      return List.of();
    }

    @Override
    public SequencedMap<String, List<EventEnvelope>> scan(
        String aggregateType, String afterCommit, int maxCommits) {
      return new LinkedHashMap<>();
    }

    @Override
    public long size() {
      return -1;
    }

    @Override
    public List<String> findPending(int max) {
      return List.of();
    }

    @Override
    public boolean marksPending() {
      return !pretends;
    }

    @Override
    public void unmarkPending(Collection<String> commitIds) {
      // Does nothing, which is its purpose.
    }

    @Override
    public String epoch() {
      return "none";
    }
  }

  private record NothingLog(boolean pretends) implements PositionLog {
    @Override
    public Entry head() {
      return Entry.NONE;
    }

    @Override
    public boolean append(List<Entry> entries) {
      return pretends;
    }

    @Override
    public List<Entry> readAfter(long number, int limit) {
      return List.of();
    }

    @Override
    public Map<String, Long> numbersOf(Collection<String> commitIds) {
      return Map.of();
    }

    @Override
    public long published() {
      return 0;
    }

    @Override
    public void markPublished(long number) {
      // Does nothing, which is its purpose.
    }

    @Override
    public Optional<TopicMark> topic(String name) {
      return Optional.empty();
    }

    @Override
    public boolean markTopic(Optional<TopicMark> seen, TopicMark next) {
      return pretends;
    }
  }
}
