package io.cornershop.eventing.store.mongo;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.AppendResult;
import io.cornershop.eventing.store.CommandOutcome;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.NewCommit;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.kernel.CommandId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
  private final StoreLimits limits;
  private final Clock clock;
  private final Consumer<String> uncertain;
  private final KnownHeads heads = new KnownHeads();
  private final StreamReader reader = new StreamReader(this::readAll);

  /**
   * @param uncertain is told the id of every commit of which it is not known whether it was
   *     written, before the caller is: it may appear later without anybody waiting for it. Must not
   *     block
   */
  public MongoEventStore(
      MongoDatabase database,
      StoreSetup setup,
      StoreLimits limits,
      Clock clock,
      Consumer<String> uncertain) {
    this.collections = new StoreCollections(database);
    this.setup = setup;
    this.limits = limits;
    this.clock = clock;
    this.uncertain = uncertain;
  }

  @Override
  public AppendResult append(NewCommit wanted) {
    Commit commit = wanted.toCommit(clock.instant(), epoch());
    limits.require(commit);
    if (!isReal(wanted.onto())) {
      return holderOf(commit)
          .<AppendResult>map(AppendResult.Repeated::new)
          .orElseGet(AppendResult.Conflict::new);
    }
    try {
      collections.encodedCommits().insertOne(CommitDocuments.write(commit));
    } catch (MongoException | IllegalStateException e) {
      return settle(commit, e);
    }
    heads.add(commit);
    return new AppendResult.Appended(commit);
  }

  /**
   * A stale head makes two commits collide, an invented one could leave a gap behind it: a head
   * that this process did not see lately is looked up.
   */
  private boolean isReal(StreamHead head) {
    return heads.contains(head)
        || readAll(List.of(head.commitId())).stream().anyMatch(last -> last.head().equals(head));
  }

  /** What became of a commit whose insert failed. */
  private AppendResult settle(Commit mine, RuntimeException failure) {
    boolean duplicate = DriverAnswers.isDuplicateKey(failure);
    if (!duplicate) {
      uncertain.accept(mine.id());
    }
    Optional<Commit> holder = holderOf(mine);
    if (holder.isPresent()) {
      boolean written = !duplicate && holder.get().hash().equals(mine.hash());
      return written ? new AppendResult.Appended(mine) : new AppendResult.Repeated(holder.get());
    }
    if (duplicate) {
      return new AppendResult.Conflict();
    }
    throw DriverAnswers.unavailable(failure);
  }

  private Optional<Commit> holderOf(Commit commit) {
    return findByCommands(commit.commands().stream().map(CommandOutcome::commandId).toList());
  }

  @Override
  public Optional<Commit> findByCommand(CommandId commandId) {
    return findByCommands(List.of(commandId));
  }

  private Optional<Commit> findByCommands(List<CommandId> commandIds) {
    List<String> ids = commandIds.stream().map(CommandId::value).toList();
    return find(anyOf(CommitDocuments.COMMAND_IDS, ids)).stream().findFirst();
  }

  @Override
  public List<Commit> read(StreamId stream, long firstSequence, int maxCommits) {
    List<Commit> commits = reader.read(stream, firstSequence, maxCommits);
    commits.stream().reduce((first, second) -> second).ifPresent(heads::add);
    return commits;
  }

  @Override
  public List<Commit> readAll(Collection<String> commitIds) {
    return find(anyOf(CommitDocuments.ID, commitIds));
  }

  private List<Commit> find(Document query) {
    return DriverAnswers.of(() -> collections.commits().find(query).into(new ArrayList<>()))
        .stream()
        .map(CommitDocuments::read)
        .toList();
  }

  /** Exactly one key with {@code $in}: the form that an index serves on every server. */
  private static Document anyOf(String field, Collection<String> values) {
    return new Document(field, new Document("$in", values));
  }

  /** MongoDB's own count, which can be a little off after it was killed. */
  @Override
  public long size() {
    return DriverAnswers.of(() -> collections.commits().estimatedDocumentCount());
  }

  @Override
  public List<String> findPending(int max) {
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

  /** Waits for no majority: a mark that is lost is set again. */
  @Override
  public void unmarkPending(Collection<String> commitIds) {
    Document unset = new Document("$unset", new Document(CommitDocuments.PENDING, ""));
    DriverAnswers.of(
        () ->
            collections
                .commits()
                .withWriteConcern(WriteConcern.ACKNOWLEDGED)
                .updateMany(anyOf(CommitDocuments.ID, commitIds), unset));
  }

  @Override
  public String epoch() {
    return setup.epoch();
  }
}
