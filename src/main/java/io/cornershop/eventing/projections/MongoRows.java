package io.cornershop.eventing.projections;

import static com.mongodb.client.model.Projections.include;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * Rows as documents of MongoDB: the columns of the row, and beside them {@code _sources: [{stream,
 * sequence, epoch}]} and {@code _revision}. Thread-safe.
 */
public final class MongoRows implements Rows {

  private static final String ID = "_id";
  private static final String REVISION = "_revision";
  private static final String SOURCES = "_sources";

  private final MongoDatabase database;
  private final Map<Class<?>, RowCodec<?>> codecs = new ConcurrentHashMap<>();

  public MongoRows(MongoDatabase database) {
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

  private <V> Row<V> row(Projection<V> projection, String id, Document document) {
    return new Row<>(
        id,
        codec(projection.rowType()).read(document),
        SourceDocuments.read(document.getList(SOURCES, Document.class)),
        document.getLong(REVISION));
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
                .map(document -> SourceDocuments.read(document.getList(SOURCES, Document.class)))
                .orElse(Sources.NONE));
  }

  @Override
  public <V> boolean save(Projection<V> projection, Row<V> row) {
    Document document =
        codec(projection.rowType())
            .write(row.value())
            .append(ID, row.id())
            .append(SOURCES, SourceDocuments.write(row.sources()))
            .append(REVISION, row.revision());
    return asked(
        () ->
            row.revision() == 1
                ? insert(projection, document)
                : replace(projection, document, row.revision() - 1));
  }

  private boolean insert(Projection<?> projection, Document document) {
    try {
      collection(projection).insertOne(document);
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  /** A flat filter: embedded servers find it by the unique index on exactly these two fields. */
  private boolean replace(Projection<?> projection, Document document, long before) {
    Document filter = new Document(ID, document.get(ID)).append(REVISION, before);
    return collection(projection).replaceOne(filter, document).getMatchedCount() == 1;
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
          return point(projection);
        });
  }

  /** Notes the version that is read, so that a rebuild has something to flip. */
  private UpdateResult point(Projection<?> projection) {
    return database
        .getCollection(ViewCollections.REGISTRY)
        .updateOne(
            new Document(ID, projection.name()),
            Updates.setOnInsert("version", ViewCollections.FIRST),
            new UpdateOptions().upsert(true));
  }

  /**
   * The documents that the view is read from just now, for queries of adapters. They are only read:
   * what is written past {@link #save} would lose the guards of its row.
   */
  public MongoCollection<Document> documents(Projection<?> projection) {
    return collection(projection);
  }

  /** The row that lies in one of the view's documents. */
  public <V> V valueOf(Projection<V> projection, Document document) {
    return codec(projection.rowType()).read(document);
  }

  private MongoCollection<Document> collection(Projection<?> projection) {
    return database.getCollection(ViewCollections.nameOf(projection.name(), ViewCollections.FIRST));
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
