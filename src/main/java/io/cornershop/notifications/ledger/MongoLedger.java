package io.cornershop.notifications.ledger;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.Unavailable;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.NotificationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * Keeps entries in MongoDB, a document each, in the collection {@code notifications}. A change is a
 * compare-and-set on id and version, for which there is a unique index on exactly these.
 */
public final class MongoLedger implements Ledger {

  private static final String ID = EntryDocuments.ID;
  private static final Document NEWEST_FIRST =
      new Document(EntryDocuments.ENTERED_AT, -1).append(ID, -1);
  private static final Document UNSETTLED =
      new Document(
          "$in", Arrays.stream(State.values()).filter(State::isUnsettled).map(Enum::name).toList());
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final MongoCollection<Document> entries;
  private volatile boolean indexed;

  public MongoLedger(MongoDatabase database) {
    this.entries =
        database
            .getCollection("notifications")
            .withReadConcern(ReadConcern.MAJORITY)
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
  }

  @Override
  public Entry enter(Entry entry) {
    return guarded(
        () -> {
          requireIndexes();
          return isInserted(EntryDocuments.write(entry)) ? entry : present(entry.id());
        });
  }

  /** Nothing takes an entry away. */
  private Entry present(NotificationId id) {
    return find(id).orElseThrow();
  }

  private boolean isInserted(Document document) {
    try {
      entries.insertOne(document);
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
      return false;
    }
  }

  @Override
  public Optional<Entry> find(NotificationId id) {
    return guarded(() -> Optional.ofNullable(entries.find(new Document(ID, id.value())).first()))
        .map(EntryDocuments::read);
  }

  @Override
  public boolean replace(Entry next) {
    Document seen =
        new Document(ID, next.id().value()).append(EntryDocuments.VERSION, next.version() - 1);
    Document document = EntryDocuments.write(next);
    return guarded(() -> entries.replaceOne(seen, document).getMatchedCount() == 1);
  }

  @Override
  public List<Entry> list(Filter filter, Optional<Place> after, int limit) {
    Document wanted = wanted(filter);
    after.ifPresent(place -> wanted.append("$or", behind(place)));
    return guarded(
            () -> entries.find(wanted).sort(NEWEST_FIRST).limit(limit).into(new ArrayList<>()))
        .stream()
        .map(EntryDocuments::read)
        .toList();
  }

  /** By the index on the state, where a server has such indexes. */
  @Override
  public List<Unsettled> unsettled() {
    Document place =
        new Document(EntryDocuments.CHANNEL, "$" + EntryDocuments.CHANNEL)
            .append(EntryDocuments.STATE, "$" + EntryDocuments.STATE);
    List<Document> pipeline =
        List.of(
            new Document("$match", new Document(EntryDocuments.STATE, UNSETTLED)),
            new Document("$group", new Document(ID, place).append("n", new Document("$sum", 1))));
    return guarded(() -> entries.aggregate(pipeline).into(new ArrayList<>())).stream()
        .map(MongoLedger::unsettled)
        .toList();
  }

  private static Unsettled unsettled(Document group) {
    Document place = group.get(ID, Document.class);
    return new Unsettled(
        Channel.valueOf(place.getString(EntryDocuments.CHANNEL)),
        State.valueOf(place.getString(EntryDocuments.STATE)),
        group.get("n", Number.class).longValue());
  }

  private static Document wanted(Filter filter) {
    Document wanted = new Document();
    filter
        .customerId()
        .map(CustomerId::value)
        .ifPresent(customer -> wanted.append(EntryDocuments.CUSTOMER, customer));
    filter.channel().ifPresent(c -> wanted.append(EntryDocuments.CHANNEL, c.name()));
    filter.state().ifPresent(s -> wanted.append(EntryDocuments.STATE, s.name()));
    return wanted;
  }

  private static List<Document> behind(Place place) {
    Date at = Date.from(place.enteredAt());
    return List.of(
        new Document(EntryDocuments.ENTERED_AT, new Document("$lt", at)),
        new Document(EntryDocuments.ENTERED_AT, at)
            .append(ID, new Document("$lt", place.id().value())));
  }

  private void requireIndexes() {
    if (!indexed) {
      entries.createIndex(
          new Document(ID, 1).append(EntryDocuments.VERSION, 1), new IndexOptions().unique(true));
      entries.createIndex(NEWEST_FIRST);
      for (String field : List.of(EntryDocuments.CUSTOMER, EntryDocuments.STATE)) {
        Document index = new Document(field, 1);
        index.putAll(NEWEST_FIRST);
        entries.createIndex(index);
      }
      indexed = true;
    }
  }

  private static <T> T guarded(Supplier<T> operation) {
    try {
      return operation.get();
    } catch (MongoException e) {
      throw new Unavailable("The database does not answer", RETRY_AFTER, e);
    }
  }
}
