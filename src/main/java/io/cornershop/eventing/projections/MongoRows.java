package io.cornershop.eventing.projections;

import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import io.cornershop.mongo.Durable;
import io.cornershop.mongo.MongoCalls;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;

/**
 * Rows as documents of MongoDB: the columns of the row, and beside them {@code _sources: [{stream,
 * sequence, epoch}]} and {@code _revision}. Thread-safe.
 */
public final class MongoRows implements Rows {

  private static final String SILENT = "The read models do not answer";
  private static final String ID = RowDocuments.ID;
  private static final String REVISION = RowDocuments.REVISION;
  private static final String SOURCES = SourceDocuments.SOURCES;

  private final MongoDatabase database;
  private final int version;
  private final Map<Class<?>, RowCodec<?>> codecs = new ConcurrentHashMap<>();

  /** The rows of views that were never rebuilt. */
  public MongoRows(MongoDatabase database) {
    this(database, ViewCollections.FIRST);
  }

  /** The rows of one version of each view. */
  public MongoRows(MongoDatabase database, int version) {
    this.version = version;
    this.database = Durable.database(database);
  }

  @Override
  public <V> Optional<Row<V>> load(Projection<V> projection, String id) {
    return MongoCalls.of(
        SILENT,
        () ->
            Optional.ofNullable(collection(projection).find(new Document(ID, id)).first())
                .map(document -> row(projection, id, document)));
  }

  @Override
  public <V> Map<String, Row<V>> loadAll(Projection<V> projection, Collection<String> ids) {
    return MongoCalls.of(
        SILENT,
        () -> {
          Map<String, Row<V>> found = new HashMap<>();
          for (Document row :
              collection(projection)
                  .find(new Document(ID, new Document("$in", ids)))
                  .batchSize(Math.max(1, ids.size()))) {
            String id = row.getString(ID);
            readable(projection, id, row).ifPresent(readable -> found.put(id, readable));
          }
          return found;
        });
  }

  private <V> Optional<Row<V>> readable(Projection<V> projection, String id, Document document) {
    try {
      return Optional.of(row(projection, id, document));
    } catch (DamagedRow e) {
      return Optional.empty();
    }
  }

  private <V> Row<V> row(Projection<V> projection, String id, Document document) {
    requireWhole(projection, id, document);
    return new Row<>(
        id,
        value(projection, id, document),
        SourceDocuments.read(document.getList(SOURCES, Document.class)),
        document.getLong(REVISION));
  }

  private static void requireWhole(Projection<?> projection, String id, Document document) {
    if (!RowDamage.in(document).isEmpty()) {
      throw new DamagedRow(projection.name(), id, null);
    }
  }

  /** The columns come from outside; what they hold can be of any type. */
  private <V> V value(Projection<V> projection, String id, Document document) {
    try {
      return codec(projection.rowType()).read(document);
    } catch (RuntimeException e) {
      throw new DamagedRow(projection.name(), id, e);
    }
  }

  @Override
  public Sources sources(Projection<?> projection, String id) {
    return MongoCalls.of(
        SILENT,
        () ->
            Optional.ofNullable(
                    collection(projection)
                        .find(new Document(ID, id))
                        .projection(include(SOURCES))
                        .first())
                .map(document -> document.get(SOURCES))
                .filter(SourceDocuments::isWhole)
                .map(stored -> new Document(SOURCES, stored).getList(SOURCES, Document.class))
                .map(SourceDocuments::read)
                .orElse(Sources.NONE));
  }

  @Override
  public <V> boolean save(Projection<V> projection, Row<V> row) {
    Document document = document(projection, row);
    return MongoCalls.of(SILENT, () -> new RowDocuments(collection(projection)).save(document));
  }

  @Override
  public <V> Set<String> saveAll(Projection<V> projection, Collection<Row<V>> rows) {
    List<Document> documents = rows.stream().map(row -> document(projection, row)).toList();
    return MongoCalls.of(SILENT, () -> new RowDocuments(collection(projection)).saveAll(documents));
  }

  private <V> Document document(Projection<V> projection, Row<V> row) {
    return codec(projection.rowType())
        .write(row.value())
        .append(ID, row.id())
        .append(SOURCES, SourceDocuments.write(row.sources()))
        .append(REVISION, row.revision());
  }

  @Override
  public void prepare(Projection<?> projection) {
    codec(projection.rowType());
    MongoCalls.of(
        SILENT,
        () -> {
          MongoCollection<Document> rows = collection(projection);
          for (RowIndex index : projection.indexes()) {
            rows.createIndex(Indexes.ascending(index.fields()));
          }
          return true;
        });
  }

  /**
   * The documents of this version of the view, for queries of adapters. They are only read: what is
   * written past {@link #save} would lose the guards of its row.
   */
  public MongoCollection<Document> documents(Projection<?> projection) {
    return collection(projection);
  }

  /** The row that lies in one of the view's documents. */
  public <V> V valueOf(Projection<V> projection, Document document) {
    return value(projection, document.getString(ID), document);
  }

  private MongoCollection<Document> collection(Projection<?> projection) {
    return database.getCollection(ViewCollections.nameOf(projection.name(), version));
  }

  @SuppressWarnings("unchecked")
  private <V> RowCodec<V> codec(Class<V> type) {
    return (RowCodec<V>) codecs.computeIfAbsent(type, RowCodec::of);
  }
}
