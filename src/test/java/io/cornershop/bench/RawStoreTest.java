package io.cornershop.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.PositionLog.Entry;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.testing.EmbeddedMongo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonType;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The comparison is fair only as long as the raw side stores what the engine stores. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RawStoreTest {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  private final Sample sample = new Sample("bench");
  private MongoDatabase ours;
  private MongoDatabase theirs;
  private OurEngine engine;
  private RawStore raw;

  @BeforeEach
  void make_both_stores() {
    MongoDatabase templates = MONGO.freshDatabase();
    ours = MONGO.freshDatabase();
    theirs = MONGO.freshDatabase();
    engine = new OurEngine(ours, sample, false);
    OurEngine other = new OurEngine(templates, sample, false);
    raw = new RawStore(theirs, new TemplateStore(templates, other).templates());
  }

  @Test
  void the_raw_commits_of_a_stream_have_the_fields_types_and_size_of_the_engines() {
    Runnable ourWriter = engine.writer(commit -> {});
    Runnable rawWriter = raw.writer();
    for (int i = 0; i < 2 * RawStore.COMMITS_PER_STREAM; i++) {
      ourWriter.run();
      rawWriter.run();
    }

    assertThat(shapesOf(theirs, "commits")).isEqualTo(shapesOf(ours, "commits")).hasSize(20);
  }

  @Test
  void the_raw_positions_have_the_fields_types_and_size_of_the_engines() {
    Commit commit = engine.append(StreamHead.empty(Sample.newStream()));
    engine.positions().append(List.of(Entry.NONE.next(commit)));
    raw.number(List.of(commit.id()), 0);

    assertThat(shapesOf(theirs, "positions")).isEqualTo(shapesOf(ours, "positions")).hasSize(1);
  }

  @Test
  void the_raw_collections_have_the_indexes_of_the_engines() {
    assertThat(indexesOf(theirs, "commits")).isEqualTo(indexesOf(ours, "commits")).hasSize(3);
    assertThat(indexesOf(theirs, "positions")).isEqualTo(indexesOf(ours, "positions"));
  }

  @Test
  void what_fills_a_store_is_commits_of_different_streams() {
    raw.fill(450);

    assertThat(shapesOf(theirs, "commits")).hasSize(450);
  }

  /** Of each document its size, and its fields with their types. */
  private static List<Map<String, Object>> shapesOf(MongoDatabase database, String collection) {
    MongoCollection<RawBsonDocument> documents =
        database.getCollection(collection, RawBsonDocument.class);
    return documents.find().into(new ArrayList<>()).stream()
        .map(
            document -> {
              Map<String, Object> shape = new LinkedHashMap<>();
              shape.put("size", document.getByteBuffer().remaining());
              shape.put("fields", List.copyOf(typesOf(document).entrySet()));
              return shape;
            })
        .toList();
  }

  private static Map<String, BsonType> typesOf(BsonDocument document) {
    Map<String, BsonType> types = new LinkedHashMap<>();
    document.forEach((name, value) -> types.put(name, value.getBsonType()));
    return types;
  }

  private static Set<Document> indexesOf(MongoDatabase database, String collection) {
    return database.getCollection(collection).listIndexes().into(new ArrayList<>()).stream()
        .map(index -> new Document("key", index.get("key")).append("options", optionsOf(index)))
        .collect(Collectors.toSet());
  }

  private static List<Object> optionsOf(Document index) {
    return List.of(
        index.getString("name"),
        index.getBoolean("unique", false),
        index.getBoolean("sparse", false));
  }
}
