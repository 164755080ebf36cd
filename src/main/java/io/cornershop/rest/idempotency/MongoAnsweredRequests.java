package io.cornershop.rest.idempotency;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.cornershop.mongo.Durable;
import io.cornershop.mongo.MongoCalls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * Keeps answers in MongoDB: {@code {_id, fingerprint, state, lease, leaseUntil, startedAt, status?,
 * headers?, body?}}. The unique {@code _id} decides who runs first.
 */
public final class MongoAnsweredRequests implements AnsweredRequests {

  private static final String SILENT = "The database does not answer; repeat with the same key";
  private static final String COLLECTION = "idempotency";
  private static final Duration LEASE = Duration.ofSeconds(10);
  private static final long KEPT_DAYS = 7;

  private final MongoCollection<Document> requests;
  private final Clock clock;
  private volatile boolean prepared;

  public MongoAnsweredRequests(MongoDatabase database, Clock clock) {
    this.requests = Durable.database(database).getCollection(COLLECTION);
    this.clock = clock;
  }

  @Override
  public Claim claim(String id, String fingerprint) {
    return MongoCalls.of(
        SILENT,
        () -> {
          prepare();
          return insert(id, fingerprint).orElseGet(() -> known(id, fingerprint));
        });
  }

  /** Makes the index that drops old entries, before the first entry of this process. */
  private void prepare() {
    if (!prepared) {
      requests.createIndex(
          new Document("startedAt", 1), new IndexOptions().expireAfter(KEPT_DAYS, TimeUnit.DAYS));
      prepared = true;
    }
  }

  private Optional<Claim> insert(String id, String fingerprint) {
    Claim.Granted granted = new Claim.Granted(id, UUID.randomUUID().toString());
    Instant now = clock.instant();
    Document entry =
        new Document("_id", id)
            .append("fingerprint", fingerprint)
            .append("state", "RUNNING")
            .append("lease", granted.lease())
            .append("leaseUntil", Date.from(now.plus(LEASE)))
            .append("startedAt", Date.from(now));
    return MongoCalls.isWritten(() -> requests.insertOne(entry))
        ? Optional.of(granted)
        : Optional.empty();
  }

  private Claim known(String id, String fingerprint) {
    Document entry = requests.find(new Document("_id", id)).first();
    if (entry == null) {
      // refused and deleted since the insert failed: the next repeat will run
      return new Claim.Running();
    }
    if (!entry.getString("fingerprint").equals(fingerprint)) {
      return new Claim.Reused();
    }
    if (entry.getString("state").equals("DONE")) {
      return new Claim.Answered(answerIn(entry));
    }
    return entry.getDate("leaseUntil").toInstant().isAfter(clock.instant())
        ? new Claim.Running()
        : takeOver(id, entry.getString("lease"));
  }

  /** Of several repeats that find the lease over, one matches the old lease. */
  private Claim takeOver(String id, String oldLease) {
    Claim.Granted granted = new Claim.Granted(id, UUID.randomUUID().toString());
    Document lease =
        new Document("lease", granted.lease())
            .append("leaseUntil", Date.from(clock.instant().plus(LEASE)));
    Document expected =
        new Document("_id", id).append("lease", oldLease).append("state", "RUNNING");
    boolean won = requests.updateOne(expected, new Document("$set", lease)).getMatchedCount() == 1;
    return won ? granted : new Claim.Running();
  }

  /** By id alone: the answer of another run of the same request would be the same. */
  @Override
  public void answered(Claim.Granted claim, StoredAnswer answer) {
    Document kept =
        new Document("state", "DONE")
            .append("status", answer.status())
            .append("headers", new Document(Map.copyOf(answer.headers())))
            .append("body", new Binary(answer.body()));
    Document byId = new Document("_id", claim.id());
    MongoCalls.of(SILENT, () -> requests.updateOne(byId, new Document("$set", kept)));
  }

  @Override
  public void refused(Claim.Granted claim) {
    Document mine =
        new Document("_id", claim.id()).append("lease", claim.lease()).append("state", "RUNNING");
    MongoCalls.of(SILENT, () -> requests.deleteOne(mine));
  }

  private static StoredAnswer answerIn(Document entry) {
    Map<String, String> headers =
        entry.get("headers", Document.class).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, header -> header.getValue().toString()));
    return new StoredAnswer(
        entry.getInteger("status"), headers, entry.get("body", Binary.class).getData());
  }
}
