package io.cornershop.eventing.store.mongo;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.AppendResult;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.CommitSealing;
import io.cornershop.eventing.store.CommitSeals;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.NewCommit;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.kernel.CommandId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.bson.Document;

/**
 * The event store on MongoDB, or on a server that speaks its protocol: needs single-document writes
 * and unique indexes, no transaction and no replica set. Two writers on one head collide on the
 * {@code _id} of their commit. Thread-safe.
 */
public final class MongoEventStore implements EventStore {

  private final StoreCollections collections;
  private final StoreSetup setup;
  private final CommitSealing sealing;
  private final KnownHeads heads = new KnownHeads();
  private final CommitReader commits;
  private final CommitWriter writer;
  private final UnnumberedCommits unnumbered;
  private final StreamReader reader = new StreamReader(this::readAll);

  /**
   * @param uncertain is told the id of every commit of which it is not known whether it was
   *     written, before the caller is: it may appear later without anybody waiting for it. Must not
   *     block
   */
  public MongoEventStore(
      MongoDatabase database, StoreSetup setup, CommitSealing sealing, Consumer<String> uncertain) {
    this.collections = new StoreCollections(database);
    this.setup = setup;
    this.sealing = sealing;
    this.commits = new CommitReader(collections);
    this.writer = new CommitWriter(collections, setup, commits, heads, uncertain);
    this.unnumbered = new UnnumberedCommits(collections);
  }

  /** A store whose commits are sealed without a key. */
  public MongoEventStore(
      MongoDatabase database,
      StoreSetup setup,
      StoreLimits limits,
      Clock clock,
      Consumer<String> uncertain) {
    this(database, setup, new CommitSealing(limits, CommitSeals.PLAIN, clock), uncertain);
  }

  @Override
  public AppendResult append(NewCommit wanted) {
    return writer.write(sealing.seal(wanted, epoch()), wanted.onto());
  }

  @Override
  public Optional<Commit> findByCommand(CommandId commandId) {
    return commits.byCommands(List.of(commandId));
  }

  @Override
  public List<Commit> findByCommands(Collection<CommandId> commandIds) {
    return commits.allByCommands(commandIds);
  }

  @Override
  public List<Commit> read(StreamId stream, long firstSequence, int maxCommits) {
    List<Commit> read = reader.read(stream, firstSequence, maxCommits);
    read.stream().reduce((first, second) -> second).ifPresent(heads::add);
    return read;
  }

  @Override
  public List<Commit> readAll(Collection<String> commitIds) {
    return commits.byIds(commitIds);
  }

  @Override
  public Map<String, List<EventEnvelope>> readEvents(Collection<String> commitIds) {
    return commits.eventsOf(commitIds);
  }

  @Override
  public SequencedMap<String, List<EventEnvelope>> scan(
      String aggregateType, String afterCommit, int maxCommits) {
    return commits.eventsBehind(aggregateType, afterCommit, maxCommits);
  }

  /** MongoDB's own count, which can be a little off after it was killed. */
  @Override
  public long size() {
    return DriverAnswers.of(() -> collections.commits().estimatedDocumentCount());
  }

  @Override
  public List<String> findPending(int max) {
    return setup.marksPending() ? findMarked(max) : unnumbered.find(max);
  }

  private List<String> findMarked(int max) {
    Document onlyId = new Document(CommitDocuments.ID, 1);
    return DriverAnswers.of(
            () ->
                collections
                    .commits()
                    .find(new Document(CommitDocuments.PENDING, true))
                    .projection(onlyId)
                    .limit(max)
                    .into(new ArrayList<>()))
        .stream()
        .map(document -> document.getString(CommitDocuments.ID))
        .toList();
  }

  @Override
  public boolean marksPending() {
    return setup.marksPending();
  }

  /** Waits for no majority: a mark that is lost is set again. */
  @Override
  public void unmarkPending(Collection<String> commitIds) {
    if (!setup.marksPending()) {
      return;
    }
    Document unset = new Document("$unset", new Document(CommitDocuments.PENDING, ""));
    DriverAnswers.of(
        () ->
            collections
                .commits()
                .withWriteConcern(WriteConcern.ACKNOWLEDGED)
                .updateMany(CommitReader.anyOf(CommitDocuments.ID, commitIds), unset));
  }

  @Override
  public String epoch() {
    return setup.epoch();
  }
}
