package io.cornershop.launcher.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Optional;
import java.util.Set;

/**
 * Documents whose ids are texts between two others, without these.
 *
 * @param after the text before the first
 * @param before the text behind the last
 */
record IdRange(String after, String before) {

  private static final String ID = "_id";
  private static final String GREATER = "$gt";
  private static final String LESS = "$lt";
  private static final Document BY_ID = new Document(ID, 1);

  /** The range that a query asks for, if it asks for one in the order of ids and for no more. */
  static Optional<IdRange> in(Document query, Document order) {
    return query.keySet().equals(Set.of(ID))
            && BY_ID.equals(order)
            && query.get(ID) instanceof Document bounds
            && bounds.keySet().equals(Set.of(GREATER, LESS))
            && bounds.get(GREATER) instanceof String after
            && bounds.get(LESS) instanceof String before
        ? Optional.of(new IdRange(after, before))
        : Optional.empty();
  }
}
