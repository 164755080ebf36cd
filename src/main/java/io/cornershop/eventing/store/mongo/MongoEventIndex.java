package io.cornershop.eventing.store.mongo;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.store.EventIndex;
import io.cornershop.eventing.store.EventSearch;
import io.cornershop.eventing.store.EventSearch.OfTime;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.PositionLog.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * Searches the position log on MongoDB. With the search indexes of {@link StoreSetup} each search
 * reads what it answers; without them, which suits a server that cannot use them, it is a scan that
 * a deadline ends. Thread-safe.
 */
public final class MongoEventIndex implements EventIndex {

  private static final long DEADLINE_SECONDS = 8;
  private static final Document IN_ORDER = new Document(EntryDocuments.NUMBER, 1);

  private final StoreCollections collections;
  private final PositionLog log;

  /**
   * @param log the log in the same database
   */
  public MongoEventIndex(MongoDatabase database, PositionLog log) {
    this.collections = new StoreCollections(database);
    this.log = log;
  }

  /** Looks no further than to the head that was there before: up to it nothing is missing. */
  @Override
  public List<Entry> find(EventSearch search, long number, int limit) {
    long head = log.head().number();
    long behind = search instanceof OfTime time ? skip(time.from(), number, head) : number;
    if (behind >= head) {
      return List.of();
    }
    Document query =
        condition(search)
            .append(EntryDocuments.NUMBER, new Document("$gt", behind).append("$lte", head));
    return DriverAnswers.of(
            () ->
                collections
                    .positions()
                    .find(query)
                    .sort(IN_ORDER)
                    .limit(limit)
                    .maxTime(DEADLINE_SECONDS, TimeUnit.SECONDS)
                    .into(new ArrayList<>()))
        .stream()
        .map(EntryDocuments::read)
        .toList();
  }

  private static Document condition(EventSearch search) {
    return switch (search) {
      case EventSearch.OfId of -> new Document(EntryDocuments.EVENT_IDS, of.eventId().toString());
      case EventSearch.OfType of -> new Document(EntryDocuments.EVENT_TYPES, of.eventType());
      case EventSearch.OfCorrelation of ->
          new Document(EntryDocuments.CORRELATION_IDS, of.correlationId());
      case OfTime of ->
          new Document(EntryDocuments.TIMESTAMPS, new Document("$elemMatch", within(of)));
    };
  }

  private static Document within(OfTime time) {
    return new Document("$gte", Date.from(time.from())).append("$lt", Date.from(time.before()));
  }

  /**
   * The last number behind {@code number} before which nothing can have happened at {@code from} or
   * later, by halving: the latest time so far never goes back along the log.
   */
  private long skip(Instant from, long number, long head) {
    long before = number;
    long reached = head + 1;
    long probe = number + 1; // mostly it is this one already
    while (reached - before > 1) {
      if (latestAt(probe).isBefore(from)) {
        before = probe;
      } else {
        reached = probe;
      }
      probe = before + (reached - before) / 2;
    }
    return before;
  }

  private Instant latestAt(long number) {
    return log.readAfter(number - 1, 1).getFirst().totals().latest();
  }
}
