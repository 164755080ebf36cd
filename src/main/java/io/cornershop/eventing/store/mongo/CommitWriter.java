package io.cornershop.eventing.store.mongo;

import io.cornershop.eventing.store.AppendResult;
import io.cornershop.eventing.store.CommandOutcome;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.eventing.store.mongo.GroupCommit.Encoded;
import io.cornershop.kernel.TooLarge;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.RawBsonDocument;

/** Writes sealed commits, and finds out what became of those whose answer is none. Thread-safe. */
final class CommitWriter {

  /** What MongoDB takes as one document, in bytes. */
  private static final int MAX_DOCUMENT = 16 * 1024 * 1024;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final StoreSetup setup;
  private final CommitReader reader;
  private final KnownHeads heads;
  private final Consumer<String> uncertain;
  private final GroupCommit group;

  CommitWriter(
      StoreCollections collections,
      StoreSetup setup,
      CommitReader reader,
      KnownHeads heads,
      Consumer<String> uncertain) {
    this.setup = setup;
    this.reader = reader;
    this.heads = heads;
    this.uncertain = uncertain;
    this.group = new GroupCommit(collections::encodedCommits, PATIENCE);
  }

  AppendResult write(Commit commit, StreamHead onto) {
    Encoded encoded = new Encoded(commit, encode(commit));
    if (!isReal(onto)) {
      return holderOf(commit)
          .<AppendResult>map(AppendResult.Repeated::new)
          .orElseGet(AppendResult.Conflict::new);
    }
    Optional<RuntimeException> failure = group.insert(encoded);
    if (failure.isPresent()) {
      return settle(commit, failure.get());
    }
    heads.add(commit);
    return new AppendResult.Appended(commit);
  }

  private RawBsonDocument encode(Commit commit) {
    RawBsonDocument document = CommitDocuments.write(commit, setup.marksPending());
    if (document.getByteLength() > MAX_DOCUMENT) {
      throw new TooLarge("The events of a command may take at most " + MAX_DOCUMENT + " bytes");
    }
    return document;
  }

  /**
   * A stale head makes two commits collide, an invented one could leave a gap behind it: a head
   * that this process did not see lately is looked up.
   */
  private boolean isReal(StreamHead head) {
    return heads.contains(head)
        || reader.byIds(List.of(head.commitId())).stream()
            .anyMatch(last -> last.head().equals(head));
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
    return reader.byCommands(commit.commands().stream().map(CommandOutcome::commandId).toList());
  }
}
