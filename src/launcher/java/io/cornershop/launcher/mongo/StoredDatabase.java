package io.cornershop.launcher.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** A database whose collections and indexes are maps of the file, with compact values. */
final class StoredDatabase extends AbstractSynchronizedMongoDatabase<Object> {

  /** By this beginning the server finds its databases in the file. */
  private static final String DOCUMENTS = "databases.";

  private static final String SIZES = "meta.";
  private static final String INDEXES = "indexes.";

  /** No name of a collection has it. */
  private static final String INDEX = "$";

  private static final Set<String> KINDS = Set.of(DOCUMENTS, SIZES, INDEXES);

  private final MVStore store;

  StoredDatabase(String name, MVStore store, CursorRegistry cursors) {
    super(name, cursors);
    this.store = store;
    initializeNamespacesAndIndexes();
  }

  @Override
  protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
    String namespace = getFullCollectionNamespace(name);
    MVMap<Object, Document> documents =
        store.openMap(
            DOCUMENTS + namespace,
            new MVMap.Builder<Object, Document>()
                .keyType(new ValueType())
                .valueType(new BsonType()));
    MVMap<String, Object> sizes = store.openMap(SIZES + namespace);
    return new StoredCollection(
        this, name, options, new StoredCollection.Maps(documents, sizes), cursorRegistry);
  }

  @Override
  protected Index<Object> openOrCreateUniqueIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    MVMap<KeyValue, Object> map =
        store.openMap(
            indexMap(collection, name),
            new MVMap.Builder<KeyValue, Object>()
                .keyType(new KeyType())
                .valueType(new ValueType()));
    return new StoredIndex(name, keys, sparse, map);
  }

  private String indexMap(String collection, String index) {
    return INDEXES + getFullCollectionNamespace(collection) + INDEX + index;
  }

  @Override
  protected void dropIndex(MongoCollection<Object> collection, String name) {
    super.dropIndex(collection, name);
    store.removeMap(indexMap(collection.getCollectionName(), name));
  }

  @Override
  public void dropCollection(String name, Oplog oplog) {
    super.dropCollection(name, oplog);
    String namespace = getFullCollectionNamespace(name);
    Set<String> own = Set.of(DOCUMENTS + namespace, SIZES + namespace);
    removeMaps(map -> own.contains(map) || map.startsWith(indexMap(name, "")));
  }

  @Override
  public void drop(Oplog oplog) {
    super.drop(oplog);
    removeMaps(map -> KINDS.stream().anyMatch(kind -> map.startsWith(kind + databaseName + ".")));
  }

  private void removeMaps(Predicate<String> condition) {
    List.copyOf(store.getMapNames()).stream().filter(condition).forEach(store::removeMap);
  }

  @Override
  public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
    throw new UnsupportedOperationException("Nobody renames collections here");
  }

  @Override
  protected long getStorageSize() {
    return store.getFileStore().size();
  }

  @Override
  protected long getFileSize() {
    return getStorageSize();
  }
}
