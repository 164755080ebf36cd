package io.cornershop.customers.claims;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.Unavailable;
import io.cornershop.mongo.Durable;
import io.cornershop.mongo.MongoCalls;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/**
 * Keeps claims in MongoDB: {@code email_claims {_id: key, customerId, commandId, until}}. The
 * unique {@code _id} decides who is first. Among them {@code {_id: name, through, complete?}} of a
 * pass, so that whoever empties the collection begins it anew. Thread-safe.
 */
public final class MongoEmailClaims implements EmailClaims {

  private static final String COLLECTION = "email_claims";
  private static final String ID = "_id";
  private static final String CUSTOMER = "customerId";
  private static final String COMMAND = "commandId";
  private static final String UNTIL = "until";
  private static final String THROUGH = "through";
  private static final String COMPLETE = "complete";
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
  private static final int MOST_TRIES = 10;

  private final MongoCollection<Document> claims;
  private volatile boolean prepared;

  public MongoEmailClaims(MongoDatabase database) {
    this.claims = Durable.database(database).getCollection(COLLECTION);
  }

  @Override
  public EmailClaim claim(EmailClaim wanted) {
    return MongoCalls.of(
        () -> {
          prepare();
          for (int tries = 0; tries < MOST_TRIES; tries++) {
            if (isInserted(wanted) || isRenewed(wanted)) {
              return wanted;
            }
            Document other = claims.find(new Document(ID, wanted.key())).first();
            if (other != null) { // freed since the insert failed: once more
              return read(other);
            }
          }
          throw new Unavailable("Too many ask for this address", RETRY_AFTER, null);
        });
  }

  /** For all that one customer holds. */
  private void prepare() {
    if (!prepared) {
      claims.createIndex(Indexes.ascending(CUSTOMER));
      prepared = true;
    }
  }

  private boolean isInserted(EmailClaim wanted) {
    return MongoCalls.isWritten(() -> claims.insertOne(write(wanted)));
  }

  private boolean isRenewed(EmailClaim wanted) {
    return claims
            .replaceOne(heldBy(wanted.key(), wanted.customer()), write(wanted))
            .getMatchedCount()
        == 1;
  }

  @Override
  public boolean takeOver(EmailClaim seen, EmailClaim wanted) {
    return MongoCalls.of(
        () -> claims.replaceOne(write(seen), write(wanted)).getMatchedCount() == 1);
  }

  @Override
  public Optional<EmailClaim> find(String key) {
    return MongoCalls.of(() -> Optional.ofNullable(claims.find(new Document(ID, key)).first()))
        .map(MongoEmailClaims::read);
  }

  @Override
  public void release(String key, CustomerId customer) {
    MongoCalls.of(() -> claims.deleteOne(heldBy(key, customer)));
  }

  @Override
  public void releaseAll(CustomerId customer) {
    MongoCalls.of(() -> claims.deleteMany(new Document(CUSTOMER, customer.value())));
  }

  @Override
  public Optional<ClaimPass> pass(String name) {
    return MongoCalls.of(() -> Optional.ofNullable(claims.find(new Document(ID, name)).first()))
        .map(pass -> new ClaimPass(pass.getLong(THROUGH), pass.containsKey(COMPLETE)));
  }

  @Override
  public void note(String name, ClaimPass pass) {
    Document change = new Document("$max", new Document(THROUGH, pass.through()));
    if (pass.complete()) {
      change.append("$set", new Document(COMPLETE, true));
    }
    MongoCalls.of(
        () ->
            MongoCalls.isWritten(() -> put(name, change)) // false: another node was first
                || put(name, change));
  }

  private boolean put(String name, Document change) {
    return claims
        .updateOne(new Document(ID, name), change, new UpdateOptions().upsert(true))
        .wasAcknowledged();
  }

  private static Document heldBy(String key, CustomerId customer) {
    return new Document(ID, key).append(CUSTOMER, customer.value());
  }

  private static Document write(EmailClaim claim) {
    return heldBy(claim.key(), claim.customer())
        .append(COMMAND, claim.command().value())
        .append(UNTIL, Date.from(claim.until()));
  }

  private static EmailClaim read(Document claim) {
    return new EmailClaim(
        claim.getString(ID),
        new CustomerId(claim.getString(CUSTOMER)),
        new CommandId(claim.getString(COMMAND)),
        claim.getDate(UNTIL).toInstant());
  }
}
