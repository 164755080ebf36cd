package io.cornershop.eventing.deadletters.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import io.cornershop.mongo.MongoCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * Documents that change only at the version that was seen. A compare-and-set is one update by id
 * and version, for which the index of ids is enough. Thread-safe.
 *
 * @param <T> what a document is
 */
final class VersionedDocuments<T> {

  private static final Document NO_ORDER = new Document();

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
    return MongoCalls.of(
        () -> {
          prepare();
          return MongoCalls.isWritten(() -> documents.insertOne(writer.apply(value)));
        });
  }

  private void prepare() {
    if (!prepared) {
      indexes.run();
      prepared = true;
    }
  }

  /** By a flat filter, which the index of ids serves. */
  boolean replace(T value) {
    Document next = writer.apply(value);
    return MongoCalls.of(() -> documents.replaceOne(before(next), next).getMatchedCount() == 1);
  }

  /** In one command; false when some were not replaced. */
  boolean replaceAll(List<T> values) {
    List<ReplaceOneModel<Document>> all =
        values.stream().map(writer).map(next -> new ReplaceOneModel<>(before(next), next)).toList();
    BulkWriteOptions unordered = new BulkWriteOptions().ordered(false);
    return all.isEmpty()
        || MongoCalls.of(() -> documents.bulkWrite(all, unordered).getMatchedCount() == all.size());
  }

  private static Document before(Document next) {
    return version(next.getString(LetterDocuments.ID), next.getLong(LetterDocuments.VERSION) - 1);
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

  /** Those of these ids, in no order. */
  List<T> find(List<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : find(new Document(LetterDocuments.ID, new Document("$in", ids)), NO_ORDER, ids.size());
  }

  /** How many have each of these values in a field; a value that none has is absent. */
  Map<String, Long> counts(String field, List<String> values) {
    return groups(field, values, List.of(field)).entrySet().stream()
        .collect(Collectors.toMap(group -> group.getKey().getFirst(), Map.Entry::getValue));
  }

  /** How many of those with one of these values in a field there are, by the texts of others. */
  Map<List<String>, Long> groups(String field, List<String> values, List<String> by) {
    Document place = new Document();
    by.forEach(name -> place.append(name, "$" + name));
    List<Document> pipeline =
        List.of(
            new Document("$match", new Document(field, new Document("$in", values))),
            new Document(
                "$group",
                new Document(LetterDocuments.ID, place).append("n", new Document("$sum", 1))));
    return values.isEmpty()
        ? Map.of()
        : MongoCalls.of(() -> documents.aggregate(pipeline).into(new ArrayList<>())).stream()
            .collect(
                Collectors.toMap(
                    group -> place(group.get(LetterDocuments.ID, Document.class), by),
                    group -> group.get("n", Number.class).longValue()));
  }

  private static List<String> place(Document group, List<String> by) {
    return by.stream().map(group::getString).toList();
  }
}
