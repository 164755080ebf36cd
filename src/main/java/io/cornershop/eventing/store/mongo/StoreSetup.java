package io.cornershop.eventing.store.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
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
  private volatile Optional<String> epoch = Optional.empty();

  /**
   * @param pendingIndex whether commits without a position are found by an index; a server that
   *     cannot use one need not keep it
   */
  public StoreSetup(MongoDatabase database, boolean pendingIndex) {
    this.collections = new StoreCollections(database);
    this.pendingIndex = pendingIndex;
  }

  /**
   * The random id of this store's life, once everything is ready.
   *
   * @throws io.cornershop.kernel.Unavailable when the database does not answer
   * @throws IllegalStateException when an index is not what the store needs
   */
  public String epoch() {
    return epoch.orElseGet(this::prepare);
  }

  private synchronized String prepare() {
    if (epoch.isEmpty()) {
      indexes().forEach(index -> index.require(collections));
      epoch = Optional.of(DriverAnswers.of(this::readOrCreateEpoch));
    }
    return epoch.get();
  }

  private List<StoreIndex> indexes() {
    StoreIndex commands = StoreIndex.unique(StoreCollections.COMMITS, CommitDocuments.COMMAND_IDS);
    StoreIndex positions = StoreIndex.unique(StoreCollections.POSITIONS, EntryDocuments.COMMIT);
    StoreIndex pending = StoreIndex.sparse(StoreCollections.COMMITS, CommitDocuments.PENDING);
    return pendingIndex ? List.of(commands, positions, pending) : List.of(commands, positions);
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
