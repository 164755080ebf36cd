package io.cornershop.eventing.store.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;

/**
 * Makes the store ready once per process: the indexes, which it also checks, and the epoch. The
 * adapters call it at their first use, so that the application can start before the database; call
 * {@link #epoch} at the start to hear of a wrong index at once. Thread-safe.
 */
public final class StoreSetup {

  private static final String EPOCH = "epoch";

  private final StoreCollections collections;
  private final boolean pendingIndex;
  private final boolean searchIndexes;
  private volatile Optional<String> epoch = Optional.empty();

  /**
   * @param pendingIndex whether commits without a position are found by an index; a server that
   *     cannot use one need not keep it
   * @param searchIndexes whether the whole store is searched by indexes, likewise
   */
  public StoreSetup(MongoDatabase database, boolean pendingIndex, boolean searchIndexes) {
    this.collections = new StoreCollections(database);
    this.pendingIndex = pendingIndex;
    this.searchIndexes = searchIndexes;
  }

  /** With all indexes, or with those only that hold a promise. */
  public StoreSetup(MongoDatabase database, boolean allIndexes) {
    this(database, allIndexes, allIndexes);
  }

  /** Whether new commits are marked as pending, to be found by the index. */
  boolean marksPending() {
    return pendingIndex;
  }

  /**
   * The random id of this store's life, once everything is ready.
   *
   * @throws io.cornershop.kernel.Unavailable when the database does not answer
   * @throws IllegalStateException when an index is not what the store needs, or what is stored has
   *     the form of an earlier build
   */
  public String epoch() {
    return epoch.orElseGet(this::prepare);
  }

  private synchronized String prepare() {
    if (epoch.isEmpty()) {
      indexes().forEach(index -> index.require(collections));
      requirePresentForm();
      epoch = Optional.of(DriverAnswers.of(this::readOrCreateEpoch));
    }
    return epoch.get();
  }

  private List<StoreIndex> indexes() {
    List<StoreIndex> indexes = new ArrayList<>();
    indexes.add(StoreIndex.unique(StoreCollections.COMMITS, CommitDocuments.COMMAND_IDS));
    indexes.add(StoreIndex.unique(StoreCollections.POSITIONS, EntryDocuments.COMMIT));
    if (pendingIndex) {
      indexes.add(StoreIndex.sparse(StoreCollections.COMMITS, CommitDocuments.PENDING));
    }
    if (searchIndexes) {
      indexes.addAll(searchIndexes());
    }
    return indexes;
  }

  private static List<StoreIndex> searchIndexes() {
    String log = StoreCollections.POSITIONS;
    return List.of(
        StoreIndex.search(log, EntryDocuments.EVENT_IDS),
        StoreIndex.search(log, EntryDocuments.EVENT_TYPES, EntryDocuments.NUMBER),
        StoreIndex.search(log, EntryDocuments.CORRELATION_IDS, EntryDocuments.NUMBER),
        StoreIndex.search(log, EntryDocuments.TIMESTAMPS));
  }

  /** An entry of an earlier build would be missing from searches and sums without a word. */
  private void requirePresentForm() {
    Document number = new Document(EntryDocuments.NUMBER, 1L);
    Optional<Document> first =
        DriverAnswers.of(() -> Optional.ofNullable(collections.positions().find(number).first()));
    if (first.filter(entry -> !entry.containsKey(EntryDocuments.TOTALS)).isPresent()) {
      throw new IllegalStateException(
          "The position log was written by a build that did not note what commits hold."
              + " This build cannot search or count it: begin with an empty database");
    }
  }

  private String readOrCreateEpoch() {
    return readEpoch()
        .orElseGet(
            () -> {
              createEpoch();
              return readEpoch()
                  .orElseThrow(() -> new IllegalStateException("The epoch is not durable yet"));
            });
  }

  private Optional<String> readEpoch() {
    return Optional.ofNullable(collections.store().find(new Document("_id", EPOCH)).first())
        .map(document -> document.getString(EPOCH));
  }

  /** Creates it unless another node was first. */
  private void createEpoch() {
    try {
      collections
          .store()
          .insertOne(new Document("_id", EPOCH).append(EPOCH, UUID.randomUUID().toString()));
    } catch (MongoException e) {
      if (!DriverAnswers.isDuplicateKey(e)) {
        throw e;
      }
    }
  }
}
