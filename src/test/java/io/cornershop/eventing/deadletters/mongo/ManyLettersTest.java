package io.cornershop.eventing.deadletters.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.cornershop.eventing.deadletters.Letter;
import io.cornershop.eventing.deadletters.LetterDesk;
import io.cornershop.eventing.deadletters.LetterFilter;
import io.cornershop.eventing.deadletters.WaitingLetters;
import io.cornershop.testing.EmbeddedMongo;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What operators ask for takes a few commands, however many letters there are. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ManyLettersTest implements CommandListener {

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final String CONSUMER = "projections/stock";
  private static final int KEYS = 1_000;
  private static final int LETTERS_OF_A_KEY = 3;

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  private final List<String> commands = new CopyOnWriteArrayList<>();
  private MongoDeadLetters letters;

  @Override
  public void commandStarted(CommandStartedEvent event) {
    commands.add(event.getCommandName());
  }

  @BeforeEach
  void fill() {
    MongoDatabase database = MONGO.freshDatabase(this);
    List<Document> sequences = new ArrayList<>();
    List<Document> all = new ArrayList<>();
    for (int n = 0; n < KEYS; n++) {
      String key = "key-%04d".formatted(n);
      sequences.add(sequence(key));
      IntStream.range(0, LETTERS_OF_A_KEY).forEach(place -> all.add(letter(key, place)));
    }
    database.getCollection("held_sequences").insertMany(sequences);
    database.getCollection("dead_letters").insertMany(all);
    letters = new MongoDeadLetters(database);
    commands.clear();
  }

  private static Document sequence(String key) {
    return new Document("_id", CONSUMER + " " + key)
        .append("channel", "projections")
        .append("consumer", CONSUMER)
        .append("key", key)
        .append("state", "PARKED")
        .append("topic", "inventory.events")
        .append("partition", 3)
        .append("head", key + "/0")
        .append("nextAttempt", Date.from(NOON))
        .append("version", 1L);
  }

  private static Document letter(String key, int place) {
    return new Document("_id", key + "/" + place)
        .append("consumer", CONSUMER)
        .append("key", key)
        .append("queue", CONSUMER + " " + key)
        .append("state", place == 0 ? "PARKED" : "WAITING")
        .append("order", (long) place)
        .append("reason", "a bug")
        .append("attempts", 4)
        .append("firstFailedAt", Date.from(NOON))
        .append("lastFailedAt", Date.from(NOON))
        .append("revision", 0)
        .append("derived", true)
        .append("version", 1L)
        .append("topic", "inventory.events")
        .append("partition", 3)
        .append("offset", (long) place)
        .append("headers", List.of());
  }

  @Test
  void a_page_of_letters_and_how_many_wait_for_each_is_three_commands() {
    List<Letter> page = letters.list(LetterFilter.ALL, Optional.empty(), 500);
    Map<String, Long> behind = new WaitingLetters(letters).behind(page);
    assertThat(behind)
        .isEqualTo(
            page.stream()
                .map(Letter::id)
                .filter(id -> id.endsWith("/0"))
                .collect(Collectors.toMap(id -> id, id -> LETTERS_OF_A_KEY - 1L)));
    assertThat(behind).hasSizeGreaterThan(100);
    assertThat(commands).isEqualTo(List.of("find", "find", "aggregate"));
  }

  @Test
  void a_wish_for_five_hundred_sequences_is_two_commands() {
    LetterDesk desk = new LetterDesk(letters, Clock.systemUTC());
    assertThat(desk.retryAll(CONSUMER, Optional.empty(), 500)).isEqualTo(500);
    assertThat(commands).isEqualTo(List.of("find", "update"));
  }

  @Test
  void a_wish_for_one_key_is_two_commands() {
    LetterDesk desk = new LetterDesk(letters, Clock.systemUTC());
    assertThat(desk.retryAll(CONSUMER, Optional.of("key-0999"), 500)).isEqualTo(1);
    assertThat(commands).isEqualTo(List.of("find", "update"));
  }
}
