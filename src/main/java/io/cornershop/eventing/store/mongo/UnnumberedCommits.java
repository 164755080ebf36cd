package io.cornershop.eventing.store.mongo;

import com.mongodb.client.MongoCursor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/**
 * Finds commits without a number by comparing the two collections, for a server on which a mark on
 * each commit is found by no index and costs as much as the commit to take away. Nothing is read
 * when there are as many numbers as commits; else every id is, once per call. Thread-safe.
 */
final class UnnumberedCommits {

  private static final int BATCH = 1_000;
  private static final Document ONLY_ID = new Document(CommitDocuments.ID, 1);
  private static final Document ONLY_COMMIT = new Document(EntryDocuments.COMMIT, 1);

  private final StoreCollections collections;

  UnnumberedCommits(StoreCollections collections) {
    this.collections = collections;
  }

  /** Ids of up to {@code max}. */
  List<String> find(int max) {
    return DriverAnswers.of(() -> allNumbered() ? List.of() : compare(max));
  }

  /** In this order: with numbers counted first, new commits can only make the counts differ. */
  private boolean allNumbered() {
    long numbers = collections.positions().estimatedDocumentCount();
    return numbers == collections.commits().estimatedDocumentCount();
  }

  private List<String> compare(int max) {
    List<String> found = new ArrayList<>();
    try (MongoCursor<Document> all =
        collections.commits().find().projection(ONLY_ID).batchSize(BATCH).cursor()) {
      while (all.hasNext() && found.size() < max) {
        found.addAll(withoutNumber(next(all)));
      }
    }
    return found.subList(0, Math.min(max, found.size()));
  }

  private static List<String> next(MongoCursor<Document> all) {
    List<String> ids = new ArrayList<>(BATCH);
    while (all.hasNext() && ids.size() < BATCH) {
      ids.add(all.next().getString(CommitDocuments.ID));
    }
    return ids;
  }

  private List<String> withoutNumber(List<String> ids) {
    Set<String> numbered = new HashSet<>();
    collections
        .positions()
        .find(CommitReader.anyOf(EntryDocuments.COMMIT, ids))
        .projection(ONLY_COMMIT)
        .forEach(entry -> numbered.add(entry.getString(EntryDocuments.COMMIT)));
    return ids.stream().filter(id -> !numbered.contains(id)).toList();
  }
}
