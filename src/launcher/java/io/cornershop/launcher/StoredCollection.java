package io.cornershop.launcher;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;

/**
 * A collection in a map of the file. It answers a query for a range of ids in their order from the
 * map, which has that order: it looks at no other document and sorts none. No reply has more than a
 * client takes; the rest comes when it asks for more.
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
        .map(
            range ->
                matchDocumentsFromStream(
                    in(range), query, AS_THEY_COME, skip, limit, batchSize, fields))
        .orElseGet(() -> super.queryDocuments(query, order, skip, limit, batchSize, fields));
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

  /** With the documents of both ends; the server compares each with the query. */
  private Stream<Document> in(IdRange range) {
    org.h2.mvstore.Cursor<Object, Document> ids =
        documents.cursor(range.after(), range.before(), false);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(ids, Spliterator.ORDERED), false)
        .map(id -> ids.getValue());
  }
}
