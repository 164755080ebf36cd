package io.cornershop.notifications.ledger;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.cornershop.kernel.CustomerId;
import io.cornershop.mongo.Durable;
import io.cornershop.mongo.MongoCalls;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.NotificationId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * Keeps entries in MongoDB, a document each, in the collection {@code notifications}. A change is a
 * compare-and-set on id and version.
 */
public final class MongoLedger implements Ledger {

  private static final String ID = EntryDocuments.ID;
  private static final Document NEWEST_FIRST =
      new Document(EntryDocuments.ENTERED_AT, -1).append(ID, -1);
  private static final Document UNSETTLED =
      new Document(
          "$in", Arrays.stream(State.values()).filter(State::isUnsettled).map(Enum::name).toList());

  private final MongoCollection<Document> entries;
  private volatile boolean indexed;

  public MongoLedger(MongoDatabase database) {
    this.entries = Durable.database(database).getCollection("notifications");
  }

  @Override
  public Entry enter(Entry entry) {
    return MongoCalls.of(
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
    return MongoCalls.isWritten(() -> entries.insertOne(document));
  }

  @Override
  public Optional<Entry> find(NotificationId id) {
    return MongoCalls.of(
            () -> Optional.ofNullable(entries.find(new Document(ID, id.value())).first()))
        .map(EntryDocuments::read);
  }

  @Override
  public boolean replace(Entry next) {
    Document seen =
        new Document(ID, next.id().value()).append(EntryDocuments.VERSION, next.version() - 1);
    Document document = EntryDocuments.write(next);
    return MongoCalls.of(() -> entries.replaceOne(seen, document).getMatchedCount() == 1);
  }

  @Override
  public List<Entry> list(Filter filter, Optional<Place> after, int limit) {
    Document wanted = wanted(filter);
    after.ifPresent(place -> wanted.append("$or", behind(place)));
    return MongoCalls.of(
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
    return MongoCalls.of(() -> entries.aggregate(pipeline).into(new ArrayList<>())).stream()
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
      entries.createIndex(NEWEST_FIRST);
      for (String field : List.of(EntryDocuments.CUSTOMER, EntryDocuments.STATE)) {
        Document index = new Document(field, 1);
        index.putAll(NEWEST_FIRST);
        entries.createIndex(index);
      }
      indexed = true;
    }
  }
}
