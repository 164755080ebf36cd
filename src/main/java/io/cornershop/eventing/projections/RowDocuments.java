package io.cornershop.eventing.projections;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import io.cornershop.mongo.MongoCalls;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * Writes documents of rows, each onto its predecessor, which is found by a flat filter: embedded
 * servers serve no other from the index of ids. Throws what the driver throws. Thread-safe.
 */
record RowDocuments(MongoCollection<Document> collection) {

  static final String ID = "_id";
  static final String REVISION = "_revision";

  /** Whether it was written. */
  boolean save(Document row) {
    return isFirst(row)
        ? insert(row)
        : collection.replaceOne(predecessor(row), row).getMatchedCount() == 1;
  }

  private boolean insert(Document row) {
    return MongoCalls.isWritten(() -> collection.insertOne(row));
  }

  /** The ids of what is written now. */
  Set<String> saveAll(Collection<Document> rows) {
    var byKind = rows.stream().collect(Collectors.partitioningBy(RowDocuments::isFirst));
    Set<String> written = new HashSet<>(insertAll(byKind.get(true)));
    written.addAll(replaceAll(byKind.get(false)));
    return written;
  }

  private Set<String> insertAll(List<Document> rows) {
    Set<String> written = idsOf(rows);
    if (rows.isEmpty()) {
      return written;
    }
    try {
      collection.insertMany(rows, new InsertManyOptions().ordered(false));
    } catch (MongoBulkWriteException e) {
      if (e.getWriteConcernError() != null || !onlyDuplicates(e)) {
        throw e;
      }
      List<Document> refused =
          e.getWriteErrors().stream().map(error -> rows.get(error.getIndex())).toList();
      written.removeAll(idsOf(refused));
      written.addAll(present(refused));
    }
    return written;
  }

  private static boolean onlyDuplicates(MongoBulkWriteException e) {
    return e.getWriteErrors().stream()
        .map(BulkWriteError::getCategory)
        .allMatch(ErrorCategory.DUPLICATE_KEY::equals);
  }

  /** A replacement that finds nothing is no error, so the answer tells only how many found it. */
  private Set<String> replaceAll(List<Document> rows) {
    if (rows.isEmpty()) {
      return Set.of();
    }
    List<ReplaceOneModel<Document>> replacements =
        rows.stream().map(row -> new ReplaceOneModel<>(predecessor(row), row)).toList();
    int found =
        collection.bulkWrite(replacements, new BulkWriteOptions().ordered(false)).getMatchedCount();
    return found == rows.size() ? idsOf(rows) : present(rows);
  }

  /** The ids of those that are there exactly as they are here. */
  private Set<String> present(Collection<Document> rows) {
    Set<Document> wanted = Set.copyOf(rows);
    Set<String> present = new HashSet<>();
    for (Document found : collection.find(new Document(ID, new Document("$in", idsOf(rows))))) {
      if (wanted.contains(found)) {
        present.add(found.getString(ID));
      }
    }
    return present;
  }

  private static Set<String> idsOf(Collection<Document> rows) {
    return rows.stream().map(row -> row.getString(ID)).collect(Collectors.toSet());
  }

  private static boolean isFirst(Document row) {
    return row.getLong(REVISION) == 1;
  }

  private static Document predecessor(Document row) {
    return new Document(ID, row.get(ID)).append(REVISION, row.getLong(REVISION) - 1);
  }
}
