package io.cornershop.eventing.store.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * An index that the store must have. A wrong one would break a promise silently, so it stops the
 * store with a sentence that says what to do.
 *
 * @param fields in this order, all ascending
 */
record StoreIndex(String collection, List<String> fields, boolean unique, boolean sparse) {

  /** IndexOptionsConflict and IndexKeySpecsConflict: the name or the key is taken. */
  private static final List<Integer> TAKEN = List.of(85, 86);

  static StoreIndex unique(String collection, String field) {
    return new StoreIndex(collection, List.of(field), true, false);
  }

  static StoreIndex sparse(String collection, String field) {
    return new StoreIndex(collection, List.of(field), false, true);
  }

  /** One for searches that go on by the last field. */
  static StoreIndex search(String collection, String... fields) {
    return new StoreIndex(collection, List.of(fields), false, false);
  }

  /**
   * Creates the index if it is not there.
   *
   * @throws IllegalStateException when there is a wrong one, or none can be made
   * @throws io.cornershop.kernel.Unavailable when the database does not answer
   */
  void require(StoreCollections collections) {
    MongoCollection<Document> indexed = collections.named(collection);
    DriverAnswers.of(() -> objection(indexed))
        .ifPresent(
            objection -> {
              throw new IllegalStateException(
                  "The index of %s on %s %s. It must be %s: correct it by hand"
                      .formatted(collection, String.join(", ", fields), objection, kind()));
            });
  }

  private Optional<String> objection(MongoCollection<Document> indexed) {
    Optional<Document> present =
        indexed.listIndexes().into(new ArrayList<>()).stream()
            .filter(index -> isOn(index.get("key", Document.class)))
            .findFirst();
    if (present.isEmpty()) {
      return create(indexed);
    }
    return isRight(present.get()) ? Optional.empty() : Optional.of("has other options");
  }

  /** A descending or hashed index on these fields is another one, and does no harm. */
  private boolean isOn(Document key) {
    return List.copyOf(key.keySet()).equals(fields)
        && key.values().stream().allMatch(order -> order instanceof Number n && n.intValue() == 1);
  }

  private boolean isRight(Document index) {
    return index.getBoolean("unique", false) == unique
        && index.getBoolean("sparse", false) == sparse
        && !index.containsKey("partialFilterExpression");
  }

  private Optional<String> create(MongoCollection<Document> indexed) {
    IndexOptions options =
        new IndexOptions()
            .name(String.join("_", fields) + "_of_the_store")
            .unique(unique)
            .sparse(sparse);
    Document key = new Document();
    fields.forEach(field -> key.append(field, 1));
    try {
      indexed.createIndex(key, options);
      return Optional.empty();
    } catch (MongoException e) {
      if (DriverAnswers.isDuplicateKey(e)) {
        return Optional.of("cannot be made, because a value is there twice");
      }
      if (TAKEN.contains(e.getCode())) {
        return Optional.of("cannot be made, because its name is taken");
      }
      throw e;
    }
  }

  private String kind() {
    return (unique ? "unique" : "not unique") + (sparse ? " and sparse" : "");
  }
}
