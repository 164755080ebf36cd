package io.cornershop.launcher.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Sorts;
import io.cornershop.testing.EmbeddedMongo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ranges of ids as the embedded server answers them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoredCollectionTest {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  private MongoCollection<Document> collection;

  @BeforeEach
  void someDocuments() {
    collection = MONGO.freshDatabase().getCollection("things");
    for (Object id : List.of("d", "b", "a", "é", "c", 7, "b/2", "b/1", "B")) {
      collection.insertOne(new Document("_id", id).append("of", "id " + id).append("n", 1));
    }
  }

  private List<Object> ids(Document query, int skip, int limit) {
    List<Object> ids = new ArrayList<>();
    collection
        .find(query)
        .sort(Sorts.ascending("_id"))
        .projection(new Document("n", 1))
        .skip(skip)
        .limit(limit)
        .forEach(
            found -> {
              assertThat(found).containsOnlyKeys("_id", "n");
              ids.add(found.get("_id"));
            });
    return ids;
  }

  private static Document between(Object after, Object before) {
    return new Document("_id", new Document("$gt", after).append("$lt", before));
  }

  @Test
  void a_range_comes_in_the_order_of_ids_without_its_ends() {
    assertThat(ids(between("a", "d"), 0, 0)).containsExactly("b", "b/1", "b/2", "c");
    assertThat(ids(between("b/", "b0"), 0, 0)).containsExactly("b/1", "b/2");
    assertThat(ids(between("c", "z"), 0, 0)).containsExactly("d");
    assertThat(ids(between("d", "a"), 0, 0)).isEmpty();
    assertThat(ids(between("x", "y"), 0, 0)).isEmpty();
  }

  @Test
  void a_part_of_it_is_what_was_asked_for() {
    assertThat(ids(between("a", "d"), 0, 2)).containsExactly("b", "b/1");
    assertThat(ids(between("a", "d"), 1, 2)).containsExactly("b/1", "b/2");
    assertThat(ids(between("a", "d"), 4, 2)).isEmpty();
  }

  @Test
  void other_questions_are_answered_as_ever() {
    assertThat(ids(between(5, 9), 0, 0)).containsExactly(7);
    assertThat(ids(new Document("_id", new Document("$gte", "c").append("$lt", "e")), 0, 0))
        .containsExactly("c", "d");
    assertThat(ids(between("a", "d").append("of", "id c"), 0, 0)).containsExactly("c");
    assertThat(collection.find(between("a", "d")).sort(Sorts.descending("_id")).first())
        .containsEntry("_id", "c");
  }

  @Test
  void an_answer_that_is_larger_than_a_reply_comes_in_several() {
    MongoCollection<Document> large = MONGO.freshDatabase().getCollection("large");
    String text = "é".repeat(1_000_000);
    List<Integer> all = IntStream.range(0, 40).boxed().toList();
    all.forEach(
        n ->
            large.insertOne(
                new Document("_id", "id-%02d".formatted(n)).append("n", n).append("text", text)));

    for (Document query : List.of(between("id-", "ie"), new Document())) {
      List<Integer> met = new ArrayList<>();
      large
          .find(query)
          .sort(Sorts.ascending("_id"))
          .limit(500)
          .batchSize(500)
          .forEach(found -> met.add(found.getInteger("n")));
      assertThat(met).isEqualTo(all);
    }
  }

  @Test
  void a_range_goes_on_behind_the_last_reply_whatever_is_written_meanwhile() {
    List<Object> met = new ArrayList<>();
    try (MongoCursor<Document> cursor =
        collection.find(between("", "c")).sort(Sorts.ascending("_id")).batchSize(2).cursor()) {
      met.add(cursor.next().get("_id"));
      collection.insertOne(new Document("_id", "A"));
      collection.insertOne(new Document("_id", "b/3"));
      collection.deleteOne(new Document("_id", "a"));
      cursor.forEachRemaining(found -> met.add(found.get("_id")));
    }

    assertThat(met).containsExactly("B", "a", "b", "b/1", "b/2", "b/3");
    assertThat(collection.find(between("", "c")).sort(Sorts.ascending("_id")).limit(5).batchSize(2))
        .extracting(found -> found.get("_id"))
        .containsExactly("A", "B", "b", "b/1", "b/2");
    assertThat(collection.find(between("", "c")).sort(Sorts.ascending("_id")).limit(6).batchSize(6))
        .hasSize(6);
  }
}
