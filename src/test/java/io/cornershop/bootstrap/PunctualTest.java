package io.cornershop.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import de.bwaldvogel.mongo.MongoServer;
import io.cornershop.kernel.Deadline;
import io.cornershop.launcher.mongo.DurableBackend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonNumber;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PunctualTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final MongoServer server = new MongoServer(DurableBackend.inMemory());
  private final List<BsonDocument> sent = Collections.synchronizedList(new ArrayList<>());
  private final MongoClient client = Punctual.of(connect());
  private final MongoDatabase database = client.getDatabase("cornershop");
  private final MongoCollection<Document> things = database.getCollection("things");

  private MongoClient connect() {
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(server.bindAndGetConnectionString()))
            .addCommandListener(
                new CommandListener() {
                  @Override
                  public void commandStarted(CommandStartedEvent event) {
                    sent.add(event.getCommand().clone());
                  }
                })
            .build());
  }

  @AfterEach
  void close() {
    Deadline.end();
    client.close();
    server.shutdownNow();
  }

  private List<String> commands() {
    return sent.stream().map(BsonDocument::getFirstKey).toList();
  }

  private List<Long> timeouts() {
    return sent.stream().map(c -> c.getNumber("maxTimeMS")).map(BsonNumber::longValue).toList();
  }

  @Test
  void each_operation_has_what_is_left_of_the_request() {
    Deadline.during(HOUR, () -> things.insertOne(new Document("_id", 1)));
    Deadline.during(HOUR.dividedBy(2), () -> things.find().first());
    Deadline.during(HOUR.dividedBy(4), () -> database.runCommand(new Document("ping", 1)));

    assertThat(commands()).containsExactly("insert", "find", "ping");
    assertThat(timeouts()).isSortedAccordingTo(Collections.reverseOrder());
    assertThat(timeouts().getFirst()).isLessThanOrEqualTo(HOUR.toMillis());
    assertThat(timeouts().getLast()).isLessThanOrEqualTo(HOUR.dividedBy(4).toMillis());
  }

  @Test
  void an_operation_behind_the_deadline_is_not_begun() {
    Deadline.begin(Duration.ZERO);

    assertThatThrownBy(() -> things.insertOne(new Document("_id", 1)))
        .isInstanceOf(MongoOperationTimeoutException.class);
    assertThatThrownBy(() -> things.find().first())
        .isInstanceOf(MongoOperationTimeoutException.class);
    assertThatThrownBy(() -> database.runCommand(new Document("ping", 1)))
        .isInstanceOf(MongoOperationTimeoutException.class);
    assertThat(sent).isEmpty();
  }

  @Test
  void what_is_made_of_a_collection_is_as_punctual() {
    MongoCollection<Document> other =
        database
            .withWriteConcern(WriteConcern.MAJORITY)
            .getCollection("things")
            .withWriteConcern(WriteConcern.ACKNOWLEDGED);

    Deadline.during(HOUR, () -> other.insertOne(new Document("_id", 1)));

    assertThat(timeouts().getFirst()).isBetween(1L, HOUR.toMillis());
    assertThat(sent.getFirst()).doesNotContainKey("writeConcern");
  }

  @Test
  void without_a_deadline_the_bounds_of_the_client_hold() {
    things.insertOne(new Document("_id", 1));

    assertThat(things.find().first()).isEqualTo(new Document("_id", 1));
    assertThat(sent).hasSize(2).noneMatch(command -> command.containsKey("maxTimeMS"));
  }

  @Test
  void the_driver_speaks_as_without_it() {
    things.insertOne(new Document("_id", 1));

    assertThatThrownBy(() -> things.insertOne(new Document("_id", 1)))
        .isInstanceOf(MongoWriteException.class)
        .hasMessageContaining("E11000");
  }
}
