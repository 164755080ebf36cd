package io.cornershop.eventing.consuming.steering;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.cornershop.kernel.Unavailable;
import io.cornershop.mongo.Durable;
import io.cornershop.mongo.MongoCalls;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;

/**
 * Keeps wishes in MongoDB, a document for each channel: {@code consumer_wishes {_id: channel,
 * number, paused, seeks: [{number, to, ...}], asked: [...], carriedOut: {partition: number}}}. A
 * change is a compare-and-set on the number; a note beside it is not in its way.
 */
public final class MongoWishes implements Wishes {

  private static final String COLLECTION = "consumer_wishes";
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
  private static final int MOST_TRIES = 100;

  private final MongoCollection<Document> wishes;

  public MongoWishes(MongoDatabase database) {
    this.wishes = Durable.database(database).getCollection(COLLECTION);
  }

  @Override
  public Wish of(String channel) {
    return MongoCalls.of(() -> find(channel)).orElseGet(() -> Wish.none(channel));
  }

  private Optional<Wish> find(String channel) {
    return Optional.ofNullable(wishes.find(new Document("_id", channel)).first())
        .map(WishDocuments::read);
  }

  @Override
  public Wish change(String channel, UnaryOperator<Wish> change) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Wish before = of(channel);
      Wish after = change.apply(before);
      if (after.equals(before) || MongoCalls.of(() -> replaced(before, after))) {
        return of(channel);
      }
    }
    throw new Unavailable("Too many change this channel at the same time", RETRY_AFTER, null);
  }

  private boolean replaced(Wish before, Wish after) {
    insertIfAbsent(before.channel());
    Document expected = new Document("_id", before.channel()).append("number", before.number());
    Document changed = new Document("$set", WishDocuments.changeable(after));
    return wishes.updateOne(expected, changed).getMatchedCount() == 1;
  }

  private void insertIfAbsent(String channel) {
    if (find(channel).isEmpty()) {
      MongoCalls.isWritten(() -> wishes.insertOne(WishDocuments.write(Wish.none(channel))));
    }
  }

  @Override
  public void carriedOut(String channel, String topic, int partition, long number) {
    String field = WishDocuments.carriedOutField(Wish.partition(topic, partition));
    Document noted = new Document("$max", new Document(field, number));
    MongoCalls.of(() -> wishes.updateOne(new Document("_id", channel), noted));
  }
}
