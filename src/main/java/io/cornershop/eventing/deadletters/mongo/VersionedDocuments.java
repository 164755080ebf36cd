package io.cornershop.eventing.deadletters.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;

/**
 * Documents that change only at the version that was seen. A compare-and-set is one update by id
 * and version, for which there is a unique index, because embedded servers find nothing else fast.
 * Thread-safe.
 *
 * @param <T> what a document is
 */
final class VersionedDocuments<T> {

  private static final Document BY_VERSION =
      new Document(LetterDocuments.ID, 1).append(LetterDocuments.VERSION, 1);

  private final MongoCollection<Document> documents;
  private final Function<T, Document> writer;
  private final Function<Document, T> reader;
  private final Runnable indexes;
  private volatile boolean prepared;

  /**
   * @param indexes makes further indexes before the first write of this process
   */
  VersionedDocuments(
      MongoCollection<Document> documents,
      Function<T, Document> writer,
      Function<Document, T> reader,
      Runnable indexes) {
    this.documents = documents;
    this.writer = writer;
    this.reader = reader;
    this.indexes = indexes;
  }

  /** False when there is one of this id. */
  boolean insert(T value) {
    return MongoCalls.inserted(
        () -> {
          prepare();
          documents.insertOne(writer.apply(value));
        });
  }

  private void prepare() {
    if (!prepared) {
      documents.createIndex(BY_VERSION, new IndexOptions().unique(true));
      indexes.run();
      prepared = true;
    }
  }

  /** A flat filter, which the unique index serves. */
  boolean replace(T value) {
    Document next = writer.apply(value);
    Document before =
        version(next.getString(LetterDocuments.ID), next.getLong(LetterDocuments.VERSION) - 1);
    return MongoCalls.of(() -> documents.replaceOne(before, next).getMatchedCount() == 1);
  }

  boolean remove(String id, long version) {
    return MongoCalls.of(() -> documents.deleteOne(version(id, version)).getDeletedCount() == 1);
  }

  private static Document version(String id, long version) {
    return new Document(LetterDocuments.ID, id).append(LetterDocuments.VERSION, version);
  }

  /** False when there is none of this id. */
  boolean touch(String id) {
    Document increment = new Document("$inc", new Document(LetterDocuments.VERSION, 1L));
    return MongoCalls.of(() -> documents.updateOne(byId(id), increment).getMatchedCount() == 1);
  }

  Optional<T> find(String id) {
    return MongoCalls.of(() -> Optional.ofNullable(documents.find(byId(id)).first())).map(reader);
  }

  private static Document byId(String id) {
    return new Document(LetterDocuments.ID, id);
  }

  List<T> find(Document query, Document order, int limit) {
    return MongoCalls.of(
            () -> documents.find(query).sort(order).limit(limit).into(new ArrayList<>()))
        .stream()
        .map(reader)
        .toList();
  }

  long count(Document query) {
    return MongoCalls.of(() -> documents.countDocuments(query));
  }
}
