package io.cornershop.eventing.store.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.GroupWork;
import io.cornershop.eventing.store.GroupWork.Bounds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.bson.RawBsonDocument;

/**
 * Inserts the commits that are appended at the same moment in one unordered insertMany, and gives
 * each its own answer. At most one commit per stream goes in it: of two on one head, the second
 * shall meet the first as stored. A lone commit goes at once. Thread-safe.
 */
final class GroupCommit {

  /** One insertMany: as much as the driver sends in one message of 48 MB, with room to spare. */
  private static final long MAX_BYTES = 32L * 1024 * 1024;

  private static final int MAX_COMMITS = 1_000;
  private static final int MAX_WAITING = 10_000;

  /** A commit that is ready to be sent. */
  record Encoded(Commit commit, RawBsonDocument document) {

    int size() {
      return document.getByteLength();
    }
  }

  private final GroupWork<Encoded, Optional<RuntimeException>> group;
  private final Supplier<MongoCollection<RawBsonDocument>> commits;

  GroupCommit(Supplier<MongoCollection<RawBsonDocument>> commits, Duration patience) {
    this.commits = commits;
    this.group =
        new GroupWork<>(
            new Bounds(MAX_WAITING, patience, patience.multipliedBy(2)),
            GroupCommit::onePerStream,
            this::insert);
  }

  private static Predicate<Encoded> onePerStream() {
    Set<Object> streams = new HashSet<>();
    long[] bytes = {0};
    return next -> {
      boolean fits = streams.size() < MAX_COMMITS && bytes[0] + next.size() <= MAX_BYTES;
      if (!fits || !streams.add(next.commit().stream())) {
        return false;
      }
      bytes[0] += next.size();
      return true;
    };
  }

  /**
   * Inserts a commit, alone or with others.
   *
   * @return why it failed, as the driver says it; empty when it is durable
   * @throws io.cornershop.kernel.Unavailable when it was not sent
   */
  Optional<RuntimeException> insert(Encoded commit) {
    return group
        .submit(commit)
        .orElseGet(() -> Optional.of(new MongoException("No answer yet", new TimeoutException())));
  }

  private List<Optional<RuntimeException>> insert(List<Encoded> batch) {
    List<RawBsonDocument> documents = batch.stream().map(Encoded::document).toList();
    try {
      commits.get().insertMany(documents, new InsertManyOptions().ordered(false));
      return Collections.nCopies(batch.size(), Optional.empty());
    } catch (MongoBulkWriteException e) {
      return eachOf(batch.size(), e);
    } catch (MongoInterruptedException e) {
      Thread.currentThread().interrupt(); // this caller was, not those whose commits it sends
      return allOf(batch.size(), new MongoException("The sender was interrupted", e));
    } catch (MongoException | IllegalStateException e) {
      return allOf(batch.size(), e);
    }
  }

  private static List<Optional<RuntimeException>> allOf(int size, RuntimeException failure) {
    return Collections.nCopies(size, Optional.of(failure));
  }

  /**
   * By the list of errors only: not every server counts right what was inserted. Without an error
   * of its own a commit is durable, unless the majority did not confirm the whole.
   */
  static List<Optional<RuntimeException>> eachOf(int size, MongoBulkWriteException e) {
    Optional<RuntimeException> others =
        Optional.ofNullable(e.getWriteConcernError())
            .map(late -> new MongoException(late.getCode(), late.getMessage(), e));
    List<Optional<RuntimeException>> ends = new ArrayList<>(Collections.nCopies(size, others));
    for (BulkWriteError error : e.getWriteErrors()) {
      ends.set(
          error.getIndex(),
          Optional.of(new MongoWriteException(error, e.getServerAddress(), List.of())));
    }
    return ends;
  }
}
