package io.cornershop.eventing.consuming.steering;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
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
    this.wishes =
        database
            .getCollection(COLLECTION)
            .withReadConcern(ReadConcern.MAJORITY)
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
  }

  @Override
  public Wish of(String channel) {
    return guarded(() -> find(channel)).orElseGet(() -> Wish.none(channel));
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
      if (after.equals(before) || guarded(() -> replaced(before, after))) {
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
    try {
      if (find(channel).isEmpty()) {
        wishes.insertOne(WishDocuments.write(Wish.none(channel)));
      }
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
    }
  }

  @Override
  public void carriedOut(String channel, String topic, int partition, long number) {
    String field = WishDocuments.carriedOutField(Wish.partition(topic, partition));
    Document noted = new Document("$max", new Document(field, number));
    guarded(() -> wishes.updateOne(new Document("_id", channel), noted));
  }

  private static <T> T guarded(Supplier<T> operation) {
    try {
      return operation.get();
    } catch (MongoException e) {
      throw new Unavailable("The database does not answer", RETRY_AFTER, e);
    }
  }
}
