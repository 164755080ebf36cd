package io.cornershop.bench;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.cornershop.bench.RawStore.Templates;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.PositionLog.Entry;
import io.cornershop.eventing.store.StreamHead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Lets the engine store two commits and looks at what it has written. */
final class TemplateStore {

  private final MongoDatabase database;
  private final OurEngine engine;

  TemplateStore(MongoDatabase database, OurEngine engine) {
    this.database = database;
    this.engine = engine;
  }

  /** What the raw side shall write. */
  Templates templates() {
    Commit first = engine.append(StreamHead.empty(Sample.newStream()));
    Commit following = engine.append(first.head());
    engine.positions().append(List.of(Entry.NONE.next(first)));
    MongoCollection<Document> commits = database.getCollection("commits");
    MongoCollection<Document> positions = database.getCollection("positions");
    return new Templates(
        new Twin(byId(commits, first.id()), idsOf(first)),
        new Twin(byId(commits, following.id()), idsOf(following)),
        new Twin(byId(positions, 1L), idsOf(first)),
        indexesOf(commits),
        indexesOf(positions));
  }

  private static Document byId(MongoCollection<Document> collection, Object id) {
    return collection.find(new Document("_id", id)).first();
  }

  private static List<Document> indexesOf(MongoCollection<Document> collection) {
    return collection.listIndexes().into(new ArrayList<>()).stream()
        .filter(index -> !index.get("key", Document.class).keySet().equals(java.util.Set.of("_id")))
        .toList();
  }

  private static Map<String, String> idsOf(Commit commit) {
    Map<String, String> ids = new HashMap<>();
    ids.put(commit.previousCommit(), "previous");
    ids.put(commit.id(), "commit");
    ids.put(commit.stream().aggregateId(), "aggregate");
    ids.put(commit.commands().getFirst().commandId().value(), "command");
    ids.put(commit.events().getFirst().eventId().toString(), "event");
    ids.remove("");
    return ids;
  }
}
