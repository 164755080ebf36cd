package io.cornershop.eventing.timers;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import io.cornershop.mongo.Durable;
import io.cornershop.mongo.MongoCalls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * Keeps timers in MongoDB, a document each: {@code timers {_id, kind, subject, due, heldUntil,
 * claims}}, or in another collection, found by an index on {@code due}. A claim is a
 * compare-and-set on {@code due, heldUntil, claims}.
 */
public final class MongoTimers implements TimerStore {

  private static final String COLLECTION = "timers";
  private static final String ID = "_id";
  private static final String KIND = "kind";
  private static final String SUBJECT = "subject";
  private static final String DUE = "due";
  private static final String HELD_UNTIL = "heldUntil";
  private static final String CLAIMS = "claims";

  private final MongoCollection<Document> timers;
  private volatile boolean indexed;

  public MongoTimers(MongoDatabase database) {
    this(database, COLLECTION);
  }

  /**
   * Timers that only some nodes fire.
   *
   * @param collection of these only
   */
  public MongoTimers(MongoDatabase database, String collection) {
    this.timers = Durable.database(database).getCollection(collection);
  }

  @Override
  public void schedule(String id, String kind, String subject, Instant due) {
    Document wanted =
        new Document(KIND, kind)
            .append(SUBJECT, subject)
            .append(DUE, Date.from(due))
            .append(HELD_UNTIL, Date.from(Instant.EPOCH))
            .append(CLAIMS, 0);
    MongoCalls.of(() -> put(id, new Document("$set", wanted)));
  }

  /** Two that set the same new timer at one moment: the second finds that of the first. */
  private boolean put(String id, Document change) {
    UpdateOptions orNew = new UpdateOptions().upsert(true);
    Document byId = new Document(ID, id);
    return MongoCalls.isWritten(() -> timers.updateOne(byId, change, orNew))
        || timers.updateOne(byId, change, orNew).wasAcknowledged();
  }

  @Override
  public void cancel(String id) {
    MongoCalls.of(() -> timers.deleteOne(new Document(ID, id)));
  }

  @Override
  public List<Timer> findAll(Collection<String> ids) {
    Document wanted = new Document(ID, new Document("$in", List.copyOf(ids)));
    return MongoCalls.of(
        () -> {
          List<Timer> found = new ArrayList<>();
          timers.find(wanted).forEach(document -> found.add(read(document).timer()));
          return found;
        });
  }

  @Override
  public List<DueTimer> due(Instant now, int limit) {
    Document passed = new Document("$lte", Date.from(now));
    Document free = new Document(DUE, passed).append(HELD_UNTIL, passed);
    return MongoCalls.of(
        () -> {
          requireIndex();
          List<DueTimer> found = new ArrayList<>();
          timers
              .find(free)
              .sort(new Document(DUE, 1))
              .limit(limit)
              .forEach(document -> found.add(read(document)));
          return found;
        });
  }

  @Override
  public Optional<DueTimer> claim(DueTimer seen, Instant until) {
    DueTimer mine = seen.claimed(until);
    Document change =
        new Document(HELD_UNTIL, Date.from(mine.heldUntil())).append(CLAIMS, mine.claims());
    return MongoCalls.of(() -> set(seen, change)) ? Optional.of(mine) : Optional.empty();
  }

  @Override
  public void hold(DueTimer mine, Instant until) {
    MongoCalls.of(() -> set(mine, new Document(HELD_UNTIL, Date.from(until))));
  }

  private boolean set(DueTimer seen, Document change) {
    Document expected =
        firing(seen.timer())
            .append(HELD_UNTIL, Date.from(seen.heldUntil()))
            .append(CLAIMS, seen.claims());
    return timers.updateOne(expected, new Document("$set", change)).getMatchedCount() == 1;
  }

  @Override
  public void remove(Timer fired) {
    MongoCalls.of(() -> timers.deleteOne(firing(fired)));
  }

  private static Document firing(Timer timer) {
    return new Document(ID, timer.id()).append(DUE, Date.from(timer.due()));
  }

  private void requireIndex() {
    if (!indexed) {
      timers.createIndex(new Document(DUE, 1));
      indexed = true;
    }
  }

  private static DueTimer read(Document document) {
    Timer timer =
        new Timer(
            document.getString(ID),
            document.getString(KIND),
            document.getString(SUBJECT),
            document.getDate(DUE).toInstant());
    Instant heldUntil = document.getDate(HELD_UNTIL).toInstant();
    return new DueTimer(timer, heldUntil, document.getInteger(CLAIMS));
  }
}
