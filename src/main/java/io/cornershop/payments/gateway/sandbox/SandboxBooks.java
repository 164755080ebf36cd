package io.cornershop.payments.gateway.sandbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.cornershop.kernel.Unavailable;
import io.cornershop.mongo.Durable;
import io.cornershop.mongo.MongoCalls;
import io.cornershop.payments.gateway.sandbox.SandboxAccount.Balance;
import io.cornershop.payments.gateway.sandbox.SandboxAccount.Request;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;

/**
 * What the sandbox holds, has taken and has answered, in MongoDB, a document for each payment:
 * {@code sandbox_payments {_id: reference, version, method, currency, held, captured, refunded,
 * requests: [{key, asks, refusal?}]}}. An effect and its key are one write, compared and set on the
 * version, so a kill loses neither of them alone. Thread-safe.
 */
public final class SandboxBooks {

  private static final String COLLECTION = "sandbox_payments";
  private static final String ID = "_id";
  private static final String VERSION = "version";
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
  private static final int MOST_TRIES = 100;

  private final MongoCollection<Document> payments;

  public SandboxBooks(MongoDatabase database) {
    this.payments = Durable.database(database).getCollection(COLLECTION);
  }

  /**
   * The account as it stands.
   *
   * @throws Unavailable when the database does not answer
   */
  public Optional<SandboxAccount> find(String reference) {
    return MongoCalls.of(() -> document(reference)).map(SandboxBooks::read);
  }

  /** Changes an account, and makes it when it is not there. */
  SandboxAccount change(SandboxAccount opened, UnaryOperator<SandboxAccount> change) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Optional<Document> before = MongoCalls.of(() -> document(opened.reference()));
      SandboxAccount after = change.apply(before.map(SandboxBooks::read).orElse(opened));
      if (MongoCalls.of(() -> replaced(before, after))) {
        return after;
      }
    }
    throw new Unavailable("Too many ask for this payment at the same time", RETRY_AFTER, null);
  }

  private Optional<Document> document(String reference) {
    return Optional.ofNullable(payments.find(new Document(ID, reference)).first());
  }

  private boolean replaced(Optional<Document> before, SandboxAccount after) {
    long version = before.map(document -> document.getLong(VERSION)).orElse(0L);
    Document next = write(after, version + 1);
    if (before.isEmpty()) {
      return inserted(next);
    }
    Document expected = new Document(ID, after.reference()).append(VERSION, version);
    return payments.replaceOne(expected, next).getMatchedCount() == 1;
  }

  private boolean inserted(Document first) {
    return MongoCalls.isWritten(() -> payments.insertOne(first));
  }

  private static Document write(SandboxAccount account, long version) {
    Balance balance = account.balance();
    return new Document(ID, account.reference())
        .append(VERSION, version)
        .append("method", account.method())
        .append("currency", balance.currency())
        .append("held", balance.held())
        .append("captured", balance.captured())
        .append("refunded", balance.refunded())
        .append("requests", account.requests().stream().map(SandboxBooks::write).toList());
  }

  private static Document write(Request request) {
    Document written = new Document("key", request.key()).append("asks", request.asks());
    request.refusal().ifPresent(reason -> written.append("refusal", reason));
    return written;
  }

  private static SandboxAccount read(Document document) {
    List<Request> requests =
        document.getList("requests", Document.class).stream().map(SandboxBooks::request).toList();
    Balance balance =
        new Balance(
            document.getString("currency"),
            document.getLong("held"),
            document.getLong("captured"),
            document.getLong("refunded"));
    return new SandboxAccount(
        document.getString(ID), document.getString("method"), balance, requests);
  }

  private static Request request(Document written) {
    return new Request(
        written.getString("key"),
        written.getInteger("asks"),
        Optional.ofNullable(written.getString("refusal")));
  }
}
