package io.cornershop.launcher.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoredIndexTest {

  private final MVStore store = MVStore.open(null);
  private final StoredIndex byId = index("_id");
  private final StoredIndex byPlace = index("shelf", "place");

  @Test
  void serves_a_query_that_names_its_keys_and_more() {
    byId.add(new Document("_id", "a").append("revision", 3), "a", null);

    Document query = new Document("_id", "a").append("revision", 4);

    assertThat(byId.canHandle(query)).isTrue();
    assertThat(byId.getPositions(query)).containsExactly("a");
    assertThat(query).containsOnlyKeys("_id", "revision");
  }

  @Test
  void serves_a_list_of_ids_with_more() {
    byId.add(new Document("_id", "a"), "a", null);
    byId.add(new Document("_id", "b"), "b", null);

    Document query =
        new Document("_id", new Document("$in", List.of("a", "b", "c"))).append("state", "open");

    assertThat(byId.canHandle(query)).isTrue();
    assertThat(byId.getPositions(query)).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void does_not_serve_a_query_without_one_of_its_keys() {
    assertThat(byPlace.canHandle(new Document("shelf", 1).append("revision", 4))).isFalse();
    assertThat(byPlace.canHandle(new Document("place", 1))).isFalse();
    assertThat(byPlace.canHandle(new Document())).isFalse();
  }

  @Test
  void does_not_serve_comparisons() {
    Document query = new Document("_id", new Document("$gt", "a")).append("revision", 4);

    assertThat(byId.canHandle(query)).isFalse();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private StoredIndex index(String... fields) {
    List<IndexKey> keys = List.of(fields).stream().map(field -> new IndexKey(field, true)).toList();
    return new StoredIndex(
        String.join("_", fields),
        keys,
        false,
        store.openMap(
            String.join("_", fields),
            new MVMap.Builder<de.bwaldvogel.mongo.backend.KeyValue, Object>()
                .keyType(new KeyType())
                .valueType(new ValueType())));
  }
}
