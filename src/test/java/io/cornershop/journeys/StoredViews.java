package io.cornershop.journeys;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import io.cornershop.eventing.projections.ViewCollections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;

/** The rows of all views as they lie in the database, past the application. */
final class StoredViews implements AutoCloseable {

  private final MongoClient client;
  private final MongoDatabase database;

  StoredViews(String mongoUri) {
    this.client = MongoClients.create(mongoUri);
    this.database = client.getDatabase("cornershop");
  }

  /** How many rows a view has that are read. */
  long count(String view) {
    Document state = states().get(view);
    return state == null ? 0 : database.getCollection(collectionOf(state)).countDocuments();
  }

  /**
   * The rows of a view that are read and whose ids begin so, but for how often each was written.
   */
  Set<String> rows(String view, String beginning) {
    Set<String> rows = new TreeSet<>();
    for (Document row : database.getCollection(collectionOf(states().get(view))).find()) {
      if (row.getString("_id").startsWith(beginning)) {
        row.remove("_revision");
        rows.add(row.toJson());
      }
    }
    return rows;
  }

  /** Puts another row beside one: the same but for its id and these fields. */
  void copy(String view, String from, String to, Map<String, Object> changes) {
    MongoCollection<Document> rows = database.getCollection(collectionOf(states().get(view)));
    Document row = rows.find(new Document("_id", from)).first();
    rows.insertOne(row.append("_id", to));
    rows.updateOne(new Document("_id", to), new Document("$set", new Document(changes)));
  }

  void remove(String view, String id) {
    database.getCollection(collectionOf(states().get(view))).deleteOne(new Document("_id", id));
  }

  /** The names of all views. */
  Set<String> names() {
    return states().keySet();
  }

  /** Makes of all rows such as an older build has made, which nobody may read any more. */
  void age() {
    states()
        .forEach(
            (view, state) -> {
              database
                  .getCollection(collectionOf(state))
                  .updateMany(
                      new Document(),
                      Updates.combine(
                          Updates.set("status", "OfAnOlderBuild"),
                          Updates.set("productName", "Of an older build")));
              database
                  .getCollection(ViewCollections.REGISTRY)
                  .updateOne(new Document("_id", view), Updates.inc("active.fold", -1));
            });
  }

  private Map<String, Document> states() {
    Map<String, Document> states = new TreeMap<>();
    for (Document state : database.getCollection(ViewCollections.REGISTRY).find()) {
      states.put(state.getString("_id"), state);
    }
    return states;
  }

  private static String collectionOf(Document state) {
    return ViewCollections.nameOf(
        state.getString("_id"), state.get("active", Document.class).getInteger("number"));
  }

  @Override
  public void close() {
    client.close();
  }
}
