package io.cornershop.customers.claims;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * Keeps claims in MongoDB: {@code email_claims {_id: key, customerId, commandId, until}}. The
 * unique {@code _id} decides who is first. Thread-safe.
 */
public final class MongoEmailClaims implements EmailClaims {

  private static final String COLLECTION = "email_claims";
  private static final String ID = "_id";
  private static final String CUSTOMER = "customerId";
  private static final String COMMAND = "commandId";
  private static final String UNTIL = "until";
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
  private static final int MOST_TRIES = 10;

  private final MongoCollection<Document> claims;
  private volatile boolean prepared;

  public MongoEmailClaims(MongoDatabase database) {
    this.claims =
        database
            .getCollection(COLLECTION)
            .withReadConcern(ReadConcern.MAJORITY)
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
  }

  @Override
  public EmailClaim claim(EmailClaim wanted) {
    return guarded(
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

  /** For the steps that name the holder, and for all that one customer holds. */
  private void prepare() {
    if (!prepared) {
      claims.createIndex(Indexes.ascending(ID, CUSTOMER), new IndexOptions().unique(true));
      claims.createIndex(Indexes.ascending(CUSTOMER));
      prepared = true;
    }
  }

  private boolean isInserted(EmailClaim wanted) {
    try {
      claims.insertOne(write(wanted));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
      return false;
    }
  }

  private boolean isRenewed(EmailClaim wanted) {
    return claims
            .replaceOne(heldBy(wanted.key(), wanted.customer()), write(wanted))
            .getMatchedCount()
        == 1;
  }

  @Override
  public boolean takeOver(EmailClaim seen, EmailClaim wanted) {
    return guarded(() -> claims.replaceOne(write(seen), write(wanted)).getMatchedCount() == 1);
  }

  @Override
  public Optional<EmailClaim> find(String key) {
    return guarded(() -> Optional.ofNullable(claims.find(new Document(ID, key)).first()))
        .map(MongoEmailClaims::read);
  }

  @Override
  public void release(String key, CustomerId customer) {
    guarded(() -> claims.deleteOne(heldBy(key, customer)));
  }

  @Override
  public void releaseAll(CustomerId customer) {
    guarded(() -> claims.deleteMany(new Document(CUSTOMER, customer.value())));
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

  private static <T> T guarded(Supplier<T> operation) {
    try {
      return operation.get();
    } catch (MongoException e) {
      throw new Unavailable("The database does not answer", RETRY_AFTER, e);
    }
  }
}
