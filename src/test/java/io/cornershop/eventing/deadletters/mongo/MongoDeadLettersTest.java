package io.cornershop.eventing.deadletters.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.deadletters.DeadLetters;
import io.cornershop.eventing.deadletters.DeadLettersContract;
import io.cornershop.testing.EmbeddedMongo;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoDeadLettersTest extends DeadLettersContract {

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  @Override
  protected DeadLetters letters() {
    return new MongoDeadLetters(MONGO.freshDatabase());
  }

  /** They say nothing of their end, and of no event in the store. */
  @Test
  void letters_of_former_builds_work_as_they_are() {
    MongoDatabase database = MONGO.freshDatabase();
    MongoCollection<Document> documents = database.getCollection("dead_letters");
    documents.insertOne(former("open", "WAITING"));
    documents.insertOne(former("closed", "RETRIED"));
    DeadLetters letters = new MongoDeadLetters(database);
    assertThat(letters.letter("open").orElseThrow())
        .matches(letter -> letter.closing().isEmpty() && letter.storedEvent().isEmpty());
    assertThat(letters.closedBefore(NOON, Optional.empty(), 9)).isEmpty();
    assertThat(letters.closedBefore(NOON.plusMillis(1), Optional.empty(), 9))
        .isEqualTo(List.of(letters.letter("closed").orElseThrow()));
  }

  private static Document former(String id, String state) {
    return new Document("_id", id)
        .append("consumer", "projections/stock")
        .append("key", "cup")
        .append("state", state)
        .append("order", 4_000L)
        .append("reason", "a bug")
        .append("attempts", 4)
        .append("firstFailedAt", Date.from(NOON))
        .append("lastFailedAt", Date.from(NOON))
        .append("revision", 0)
        .append("derived", true)
        .append("version", 3L)
        .append("position", 4_000L)
        .append("topic", "inventory.events")
        .append("partition", 3)
        .append("offset", 17L)
        .append("headers", List.of(new Document("name", "eventType")))
        .append("recordKey", "cup");
  }
}
