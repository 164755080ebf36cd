package io.cornershop.eventing.store;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.CommandId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** The event store as simple as it can be: the reference for its contract. Thread-safe. */
public final class InMemoryEventStore implements EventStore {

  /** The only life of each of them. */
  public static final String EPOCH = "in-memory";

  private final CommitSealing sealing;
  private final Map<String, Commit> commits = new LinkedHashMap<>();
  private final Map<StreamId, List<Commit>> streams = new HashMap<>();
  private final Map<CommandId, Commit> byCommand = new HashMap<>();
  private final Map<StreamId, StreamHead> heads = new HashMap<>();
  private final Set<String> pending = new LinkedHashSet<>();
  private final boolean marksPending;

  public InMemoryEventStore(StoreLimits limits, Clock clock) {
    this(limits, clock, true);
  }

  public InMemoryEventStore(StoreLimits limits, Clock clock, boolean marksPending) {
    this.marksPending = marksPending;
    this.sealing = new CommitSealing(limits, CommitSeals.PLAIN, clock);
  }

  @Override
  public synchronized AppendResult append(NewCommit wanted) {
    Commit commit = sealing.seal(wanted, EPOCH);
    Optional<Commit> first =
        commit.commands().stream()
            .map(outcome -> byCommand.get(outcome.commandId()))
            .filter(Objects::nonNull)
            .findFirst();
    if (first.isPresent()) {
      return new AppendResult.Repeated(first.get());
    }
    StreamHead head = heads.getOrDefault(commit.stream(), StreamHead.empty(commit.stream()));
    if (!head.equals(wanted.onto())) {
      return new AppendResult.Conflict();
    }
    keep(commit);
    return new AppendResult.Appended(commit);
  }

  private void keep(Commit commit) {
    commits.put(commit.id(), commit);
    streams.computeIfAbsent(commit.stream(), stream -> new ArrayList<>()).add(commit);
    commit.commands().forEach(outcome -> byCommand.put(outcome.commandId(), commit));
    heads.put(commit.stream(), commit.head());
    pending.add(commit.id());
  }

  @Override
  public synchronized Optional<Commit> findByCommand(CommandId commandId) {
    return Optional.ofNullable(byCommand.get(commandId));
  }

  @Override
  public synchronized List<Commit> read(StreamId stream, long firstSequence, int maxCommits) {
    return streams.getOrDefault(stream, List.of()).stream()
        .filter(commit -> commit.firstSequence() >= firstSequence)
        .limit(commits.containsKey(Commit.idOf(stream, firstSequence)) ? maxCommits : 0)
        .toList();
  }

  @Override
  public synchronized List<Commit> readAll(Collection<String> commitIds) {
    return commitIds.stream().distinct().map(commits::get).filter(Objects::nonNull).toList();
  }

  @Override
  public synchronized SequencedMap<String, List<EventEnvelope>> scan(
      String aggregateType, String afterCommit, int maxCommits) {
    SequencedMap<String, List<EventEnvelope>> found = new LinkedHashMap<>();
    commits.values().stream()
        .filter(commit -> commit.stream().aggregateType().equals(aggregateType))
        .sorted(Comparator.comparing(Commit::id))
        .filter(commit -> commit.id().compareTo(afterCommit) > 0)
        .limit(maxCommits)
        .forEach(commit -> found.put(commit.id(), commit.events()));
    return found;
  }

  @Override
  public synchronized long size() {
    return commits.size();
  }

  @Override
  public synchronized List<String> findPending(int max) {
    return pending.stream().limit(max).toList();
  }

  @Override
  public boolean marksPending() {
    return marksPending;
  }

  @Override
  public synchronized void unmarkPending(Collection<String> commitIds) {
    commitIds.forEach(pending::remove);
  }

  @Override
  public String epoch() {
    return EPOCH;
  }
}
