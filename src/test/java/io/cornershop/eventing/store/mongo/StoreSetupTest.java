package io.cornershop.eventing.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.cornershop.eventing.store.Together;
import io.cornershop.testing.EmbeddedMongo;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoreSetupTest {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  private MongoDatabase database;

  @BeforeEach
  void openAnEmptyDatabase() {
    database = MONGO.freshDatabase();
  }

  private StoreSetup setup() {
    return new StoreSetup(database, false);
  }

  @Test
  void gives_a_store_one_epoch_for_its_life() {
    String epoch = setup().epoch();

    assertThat(setup().epoch()).isEqualTo(epoch).isNotBlank();
    assertThat(new StoreSetup(MONGO.freshDatabase(), false).epoch()).isNotEqualTo(epoch);
  }

  @Test
  void gives_one_epoch_to_nodes_that_start_together() {
    List<String> epochs = Together.run(() -> setup().epoch(), () -> setup().epoch());

    assertThat(epochs.get(0)).isEqualTo(epochs.get(1)).isEqualTo(setup().epoch());
  }

  @Test
  void makes_the_unique_indexes() {
    setup().epoch();

    assertThat(uniqueKeysOf("commits")).contains(new Document("commandIds", 1));
    assertThat(uniqueKeysOf("positions")).contains(new Document("commit", 1));
  }

  private List<Document> uniqueKeysOf(String collection) {
    return database.getCollection(collection).listIndexes().into(new ArrayList<>()).stream()
        .filter(index -> index.getBoolean("unique", false))
        .map(index -> index.get("key", Document.class))
        .toList();
  }

  @Test
  void stops_at_an_index_with_other_options() {
    database
        .getCollection("commits")
        .createIndex(new Document("commandIds", 1), new IndexOptions().unique(true).sparse(true));

    assertThatThrownBy(() -> setup().epoch())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The index of commits on commandIds has other options."
                + " It must be unique: correct it by hand");
  }

  @Test
  void stops_when_what_must_be_unique_is_there_twice() {
    database.getCollection("positions").insertOne(new Document("_id", 1L).append("commit", "a"));
    database.getCollection("positions").insertOne(new Document("_id", 2L).append("commit", "a"));

    assertThatThrownBy(() -> setup().epoch())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("positions on commit cannot be made, because a value is there twice");
  }

  @Test
  void makes_the_search_indexes_where_they_are_of_use() {
    new StoreSetup(database, false, true).epoch();

    assertThat(keysOf("positions"))
        .contains(
            new Document("eventIds", 1),
            new Document("eventTypes", 1).append("_id", 1),
            new Document("correlationIds", 1).append("_id", 1),
            new Document("timestamps", 1));
  }

  @Test
  void accepts_the_indexes_that_it_made_itself() {
    String epoch = new StoreSetup(database, true).epoch();

    assertThat(new StoreSetup(database, true).epoch()).isEqualTo(epoch);
  }

  @Test
  void stops_at_a_search_index_with_other_options() {
    database
        .getCollection("positions")
        .createIndex(
            new Document("eventTypes", 1).append("_id", 1), new IndexOptions().sparse(true));

    assertThatThrownBy(() -> new StoreSetup(database, false, true).epoch())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The index of positions on eventTypes, _id has other options."
                + " It must be not unique: correct it by hand");
  }

  @Test
  void is_not_content_with_an_index_in_another_order() {
    database.getCollection("positions").createIndex(new Document("_id", 1).append("eventTypes", 1));
    database
        .getCollection("positions")
        .createIndex(new Document("eventTypes", -1).append("_id", 1));

    new StoreSetup(database, false, true).epoch();

    assertThat(keysOf("positions")).contains(new Document("eventTypes", 1).append("_id", 1));
  }

  @Test
  void stops_at_a_position_log_of_an_earlier_build() {
    database
        .getCollection("positions")
        .insertOne(new Document("_id", 1L).append("commit", "Counter/door/000000000001"));

    assertThatThrownBy(() -> setup().epoch())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("begin with an empty database");
  }

  private List<Document> keysOf(String collection) {
    return database.getCollection(collection).listIndexes().into(new ArrayList<>()).stream()
        .map(index -> index.get("key", Document.class))
        .toList();
  }
}
