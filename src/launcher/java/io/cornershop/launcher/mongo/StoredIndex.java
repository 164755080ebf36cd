package io.cornershop.launcher.mongo;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;

/**
 * A unique index in a map of the file: from keys to the ids of the documents. It serves each query
 * that names all its keys, whatever else the query asks: the server compares what the index found
 * with the whole query.
 */
final class StoredIndex extends AbstractUniqueIndex<Object> {

  private final MVMap<KeyValue, Object> map;

  StoredIndex(String name, List<IndexKey> keys, boolean sparse, MVMap<KeyValue, Object> map) {
    super(name, keys, sparse);
    this.map = map;
  }

  @Override
  public synchronized boolean canHandle(Document query) {
    return query.keySet().containsAll(keySet()) && super.canHandle(ofKeys(query));
  }

  @Override
  public synchronized Iterable<Object> getPositions(Document query) {
    return super.getPositions(ofKeys(query));
  }

  private Document ofKeys(Document query) {
    Document own = query.clone();
    own.keySet().retainAll(keySet());
    return own;
  }

  @Override
  protected boolean putKeyPosition(KeyValue key, Object position) {
    return map.putIfAbsent(key, position) == null;
  }

  @Override
  protected Object getPosition(KeyValue key) {
    return map.get(key);
  }

  @Override
  protected Object removeDocument(KeyValue key) {
    return map.remove(key);
  }

  @Override
  protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
    return map.entrySet();
  }

  @Override
  public long getCount() {
    return map.sizeAsLong();
  }

  @Override
  public boolean isEmpty() {
    return map.isEmpty();
  }

  @Override
  public long getDataSize() {
    return getCount();
  }
}
