package io.cornershop.launcher.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;

/**
 * A collection in a map of the file. It answers a query for a range of ids in their order from the
 * map, which has that order: it looks at no other document and sorts none ({@link RangeAnswer}). No
 * reply has more than a client takes; the rest comes when it asks for more.
 */
final class StoredCollection extends H2Collection {

  /** Where it lies. */
  record Maps(MVMap<Object, Document> documents, MVMap<String, Object> sizes) {}

  private static final Document AS_THEY_COME = new Document();

  private final MVMap<Object, Document> documents;
  private final CursorRegistry cursors;

  StoredCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      Maps maps,
      CursorRegistry cursors) {
    super(database, name, options, maps.documents(), maps.sizes(), cursors);
    this.documents = maps.documents();
    this.cursors = cursors;
  }

  @Override
  protected QueryResult queryDocuments(
      Document query, Document order, int skip, int limit, int batchSize, Document fields) {
    return IdRange.in(query, order)
        .filter(range -> skip == 0)
        .map(
            range ->
                begin(
                    new RangeAnswer(
                        cursors.generateCursorId(),
                        documents,
                        range,
                        limit,
                        found -> without(query, fields, found)),
                    batchSize))
        .orElseGet(() -> super.queryDocuments(query, order, skip, limit, batchSize, fields));
  }

  private QueryResult begin(RangeAnswer answer, int batchSize) {
    List<Document> first = answer.takeDocuments(batchSize);
    if (answer.isEmpty()) {
      return new QueryResult(first);
    }
    cursors.add(answer);
    return new QueryResult(first, answer);
  }

  /** Of documents that the query asks for, the fields that it asks for. */
  private List<Document> without(Document query, Document fields, List<Document> found) {
    return matchDocumentsFromStream(found.stream(), query, AS_THEY_COME, 0, 0, 0, fields)
        .collectDocuments();
  }

  @Override
  protected QueryResult createQueryResult(List<Document> found, int batchSize) {
    return super.createQueryResult(found, Reply.fitting(found, batchSize));
  }

  @Override
  protected Cursor createCursor(List<Document> rest) {
    Cursor cursor = new Reply(cursors.generateCursorId(), rest);
    cursors.add(cursor);
    return cursor;
  }
}
