package io.cornershop.launcher.mongo;

import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.h2.mvstore.MVMap;

/**
 * Documents of a range of ids, reply by reply: what no reply has yet is not in memory. Each reply
 * walks on from the id behind which the last one ended, in the map as it is then.
 */
final class RangeAnswer implements Cursor {

  private final long id;
  private final MVMap<Object, Document> documents;
  private final UnaryOperator<List<Document>> fields;
  private IdRange range;
  private int left;
  private boolean ended;

  /**
   * @param limit how many documents are wanted, 0 for all
   * @param fields takes the fields that are wanted
   */
  RangeAnswer(
      long id,
      MVMap<Object, Document> documents,
      IdRange range,
      int limit,
      UnaryOperator<List<Document>> fields) {
    this.id = id;
    this.documents = documents;
    this.range = range;
    this.left = limit > 0 ? limit : Integer.MAX_VALUE;
    this.fields = fields;
  }

  @Override
  public long getId() {
    return id;
  }

  @Override
  public synchronized boolean isEmpty() {
    return ended;
  }

  @Override
  public synchronized List<Document> takeDocuments(int most) {
    int wanted = most > 0 ? Math.min(most, left) : left;
    List<Document> taken = new ArrayList<>();
    Reply.Room room = new Reply.Room();
    var ids = documents.cursor(range.after(), range.before(), false);
    ended = true;
    while (ids.hasNext()) {
      Object next = ids.next();
      if (isInside(next)) {
        if (taken.size() == wanted || !room.takes(ids.getValue())) {
          ended = false;
          break;
        }
        taken.add(ids.getValue());
      }
    }
    left -= taken.size();
    ended |= left == 0;
    if (!taken.isEmpty()) {
      range = new IdRange((String) taken.getLast().get("_id"), range.before());
    }
    return fields.apply(taken);
  }

  private boolean isInside(Object found) {
    return !found.equals(range.after()) && !found.equals(range.before());
  }
}
