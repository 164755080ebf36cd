package io.cornershop.eventing.projections;

import static com.mongodb.client.model.Projections.include;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.cornershop.kernel.Unavailable;
import io.cornershop.kernel.ViewDamaged;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * Rows as documents of MongoDB: the columns of the row, and beside them {@code _sources: [{stream,
 * sequence, epoch}]} and {@code _revision}. Thread-safe.
 */
public final class MongoRows implements Rows {

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
    this.database =
        database
            .withReadConcern(ReadConcern.MAJORITY)
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
  }

  @Override
  public <V> Optional<Row<V>> load(Projection<V> projection, String id) {
    return asked(
        () ->
            Optional.ofNullable(collection(projection).find(new Document(ID, id)).first())
                .map(document -> row(projection, id, document)));
  }

  @Override
  public <V> Map<String, Row<V>> loadAll(Projection<V> projection, Collection<String> ids) {
    return asked(
        () -> {
          Map<String, Row<V>> found = new HashMap<>();
          for (Document row :
              collection(projection)
                  .find(new Document(ID, new Document("$in", ids)))
                  .batchSize(Math.max(1, ids.size()))) {
            found.put(row.getString(ID), row(projection, row.getString(ID), row));
          }
          return found;
        });
  }

  private <V> Row<V> row(Projection<V> projection, String id, Document document) {
    return readable(
        projection,
        id,
        () ->
            new Row<>(
                id,
                codec(projection.rowType()).read(document),
                SourceDocuments.read(document.getList(SOURCES, Document.class)),
                document.getLong(REVISION)));
  }

  /** What no build has written can fail in any way; it is a defect of this row and no outage. */
  private static <T> T readable(Projection<?> projection, String id, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (RuntimeException e) {
      throw new ViewDamaged(projection.name() + " " + id, e);
    }
  }

  private static Sources sources(Projection<?> projection, Document document) {
    return readable(
        projection,
        document.getString(ID),
        () -> SourceDocuments.read(document.getList(SOURCES, Document.class)));
  }

  @Override
  public Sources sources(Projection<?> projection, String id) {
    return asked(
        () ->
            Optional.ofNullable(
                    collection(projection)
                        .find(new Document(ID, id))
                        .projection(include(SOURCES))
                        .first())
                .map(document -> sources(projection, document))
                .orElse(Sources.NONE));
  }

  @Override
  public <V> boolean save(Projection<V> projection, Row<V> row) {
    Document document = document(projection, row);
    return asked(() -> new RowDocuments(collection(projection)).save(document));
  }

  @Override
  public <V> Set<String> saveAll(Projection<V> projection, Collection<Row<V>> rows) {
    List<Document> documents = rows.stream().map(row -> document(projection, row)).toList();
    return asked(() -> new RowDocuments(collection(projection)).saveAll(documents));
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
    asked(
        () -> {
          MongoCollection<Document> rows = collection(projection);
          rows.createIndex(Indexes.ascending(ID, REVISION), new IndexOptions().unique(true));
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
    return readable(
        projection, document.getString(ID), () -> codec(projection.rowType()).read(document));
  }

  private MongoCollection<Document> collection(Projection<?> projection) {
    return database.getCollection(ViewCollections.nameOf(projection.name(), version));
  }

  @SuppressWarnings("unchecked")
  private <V> RowCodec<V> codec(Class<V> type) {
    return (RowCodec<V>) codecs.computeIfAbsent(type, RowCodec::of);
  }

  private static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (MongoException | IllegalStateException e) {
      throw new Unavailable("The read models do not answer", Duration.ofSeconds(1), e);
    }
  }
}
