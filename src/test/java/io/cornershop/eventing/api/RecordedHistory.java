package io.cornershop.eventing.api;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventType;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.AppendResult;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.NewCommit;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.TopicMark;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.EventMetadata;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A store and its position log that hold what a test has recorded, for reading. */
public final class RecordedHistory implements EventStore, PositionLog {

  static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

  private final List<Commit> commits = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();

  /** One commit of so many events, each a minute after the one before; it gets a number. */
  public void record(StreamId stream, int events) {
    Commit commit = append(stream, events);
    entries.add(head().next(commit));
  }

  /** One commit that the relay has not seen. */
  Commit append(StreamId stream, int events) {
    Optional<Commit> last =
        commits.stream().filter(c -> c.stream().equals(stream)).reduce((a, b) -> b);
    long sequence = last.map(Commit::lastSequence).orElse(0L);
    Commit commit =
        new Commit(
            Commit.idOf(stream, sequence + 1),
            stream,
            List.of(),
            IntStream.rangeClosed(1, events).mapToObj(i -> event(stream, sequence + i)).toList(),
            NOON,
            last.map(Commit::id).orElse(""),
            "",
            "",
            "epoch");
    commits.add(commit);
    return commit;
  }

  static EventEnvelope event(StreamId stream, long sequence) {
    return new EventEnvelope(
        UUID.nameUUIDFromBytes((stream + "/" + sequence).getBytes(StandardCharsets.UTF_8)),
        new EventType("Counted", 1),
        stream,
        sequence,
        NOON.plusSeconds(60 * sequence),
        "{\"by\":" + sequence + "}",
        EventMetadata.of("correlation", "cause", "user", "test"),
        OptionalLong.empty());
  }

  @Override
  public List<Commit> read(StreamId stream, long firstSequence, int maxCommits) {
    List<Commit> ofStream = commits.stream().filter(c -> c.stream().equals(stream)).toList();
    return ofStream.stream().anyMatch(c -> c.firstSequence() == firstSequence)
        ? ofStream.stream()
            .filter(c -> c.firstSequence() >= firstSequence)
            .limit(maxCommits)
            .toList()
        : List.of();
  }

  @Override
  public List<Commit> readAll(Collection<String> commitIds) {
    return commits.reversed().stream().filter(c -> commitIds.contains(c.id())).toList();
  }

  @Override
  public List<Entry> readAfter(long number, int limit) {
    return entries.stream().filter(e -> e.number() > number).limit(limit).toList();
  }

  @Override
  public Map<String, Long> numbersOf(Collection<String> commitIds) {
    return entries.stream()
        .filter(e -> commitIds.contains(e.commitId()))
        .collect(Collectors.toMap(Entry::commitId, Entry::number));
  }

  @Override
  public Entry head() {
    return entries.isEmpty() ? Entry.NONE : entries.getLast();
  }

  @Override
  public String epoch() {
    return "epoch";
  }

  @Override
  public AppendResult append(NewCommit commit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean append(List<Entry> more) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Commit> findByCommand(CommandId commandId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SequencedMap<String, List<EventEnvelope>> scan(
      String aggregateType, String afterCommit, int maxCommits) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long size() {
    return commits.size();
  }

  @Override
  public List<String> findPending(int max) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean marksPending() {
    return true;
  }

  @Override
  public void unmarkPending(Collection<String> commitIds) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long published() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void markPublished(long number) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<TopicMark> topic(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean markTopic(Optional<TopicMark> seen, TopicMark next) {
    throw new UnsupportedOperationException();
  }
}
