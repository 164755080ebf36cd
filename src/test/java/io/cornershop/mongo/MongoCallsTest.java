package io.cornershop.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoSocketException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.cornershop.kernel.Unavailable;
import io.cornershop.testing.EmbeddedMongo;
import java.time.Duration;
import java.util.function.Supplier;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoCallsTest {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  private static final MongoSocketException BROKEN =
      new MongoSocketException("secret words", new ServerAddress());

  @Test
  void an_answer_passes() {
    assertThat(MongoCalls.of(() -> 7)).isEqualTo(7);
  }

  @Test
  void an_error_of_the_driver_is_an_outage_whose_words_stay_inside() {
    assertThatThrownBy(() -> MongoCalls.of(failing(BROKEN)))
        .isInstanceOfSatisfying(
            Unavailable.class, e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(2)))
        .hasMessage("The database does not answer")
        .hasCause(BROKEN);
  }

  @Test
  void an_adapter_can_say_what_it_is_that_does_not_answer() {
    assertThatThrownBy(() -> MongoCalls.of("The letters do not answer", failing(BROKEN)))
        .isInstanceOf(Unavailable.class)
        .hasMessage("The letters do not answer");
  }

  @Test
  void an_interrupted_thread_stays_interrupted() {
    assertThatThrownBy(
            () -> MongoCalls.of(failing(new MongoInterruptedException("interrupted", null))))
        .isInstanceOf(Unavailable.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void a_client_that_was_closed_is_an_outage() {
    var closed = MongoClients.create("mongodb://127.0.0.1:1");
    MongoCollection<Document> collection = closed.getDatabase("any").getCollection("any");
    closed.close();

    assertThatThrownBy(() -> MongoCalls.of(() -> collection.find().first()))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void a_mistake_of_ours_is_no_outage() {
    IllegalStateException mistake = new IllegalStateException("there is a bug");

    assertThatThrownBy(() -> MongoCalls.of(failing(mistake))).isSameAs(mistake);
  }

  @Test
  void a_write_tells_whether_its_key_was_free() {
    MongoCollection<Document> any = MONGO.freshDatabase().getCollection("any");

    assertThat(MongoCalls.isWritten(() -> any.insertOne(new Document("_id", 1)))).isTrue();
    assertThat(MongoCalls.isWritten(() -> any.insertOne(new Document("_id", 1)))).isFalse();
  }

  @Test
  void a_write_that_fails_for_another_reason_is_not_taken_for_a_duplicate() {
    assertThatThrownBy(() -> MongoCalls.isWritten(() -> failing(BROKEN).get())).isSameAs(BROKEN);
  }

  private static Supplier<Object> failing(RuntimeException failure) {
    return () -> {
      throw failure;
    };
  }
}
