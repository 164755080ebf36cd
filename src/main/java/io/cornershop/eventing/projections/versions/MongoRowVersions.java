package io.cornershop.eventing.projections.versions;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.projections.MongoRows;
import io.cornershop.eventing.projections.Projection;
import io.cornershop.eventing.projections.RowDamage;
import io.cornershop.eventing.projections.Rows;
import io.cornershop.eventing.projections.SourceDocuments;
import io.cornershop.eventing.projections.Sources;
import io.cornershop.eventing.projections.ViewCollections;
import io.cornershop.mongo.MongoCalls;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.bson.Document;

/** Versions of views on MongoDB: one collection each. Thread-safe. */
public final class MongoRowVersions implements RowVersions {

  private static final String SILENT = "The read models do not answer";
  private static final String ID = "_id";
  private static final String OURS = "_";

  private final MongoDatabase database;
  private final Map<Integer, Rows> rows = new ConcurrentHashMap<>();

  public MongoRowVersions(MongoDatabase database) {
    this.database = database.withReadConcern(ReadConcern.MAJORITY);
  }

  @Override
  public Rows rows(int version) {
    return rows.computeIfAbsent(version, number -> new MongoRows(database, number));
  }

  @Override
  public void scan(
      Projection<?> projection, int version, int pageSize, Consumer<List<RowImage>> page) {
    MongoCalls.of(
        SILENT,
        () -> {
          List<RowImage> next = new ArrayList<>(pageSize);
          try (var cursor = collection(projection, version).find().batchSize(pageSize).cursor()) {
            while (cursor.hasNext()) {
              next.add(image(cursor.next()));
              if (next.size() == pageSize || !cursor.hasNext()) {
                page.accept(List.copyOf(next));
                next.clear();
              }
            }
          }
          return true;
        });
  }

  @Override
  public Map<String, RowImage> images(
      Projection<?> projection, int version, Collection<String> ids) {
    return MongoCalls.of(
        SILENT,
        () -> {
          Map<String, RowImage> found = new HashMap<>();
          for (Document row :
              collection(projection, version).find(new Document(ID, new Document("$in", ids)))) {
            found.put(row.getString(ID), image(row));
          }
          return found;
        });
  }

  private static RowImage image(Document row) {
    Map<String, Object> columns = new TreeMap<>(row);
    columns.keySet().removeIf(name -> name.startsWith(OURS));
    List<String> damaged = RowDamage.in(row);
    Sources sources =
        damaged.isEmpty()
            ? SourceDocuments.read(row.getList(SourceDocuments.SOURCES, Document.class))
            : Sources.NONE;
    return new RowImage(textOf(row.get(ID)), sources, columns, damaged);
  }

  private static String textOf(Object id) {
    return id instanceof String text ? text : id.getClass().getSimpleName() + " " + id;
  }

  @Override
  public Set<Integer> existing(String view) {
    return MongoCalls.of(
        SILENT,
        () -> {
          Set<Integer> numbers = new HashSet<>();
          for (String name : database.listCollectionNames()) {
            ViewCollections.versionIn(view, name).ifPresent(numbers::add);
          }
          return numbers;
        });
  }

  @Override
  public void drop(String view, int version) {
    MongoCalls.of(
        SILENT,
        () -> {
          database.getCollection(ViewCollections.nameOf(view, version)).drop();
          return true;
        });
  }

  private MongoCollection<Document> collection(Projection<?> projection, int version) {
    return database.getCollection(ViewCollections.nameOf(projection.name(), version));
  }
}
