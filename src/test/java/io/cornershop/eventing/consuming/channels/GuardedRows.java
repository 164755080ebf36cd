package io.cornershop.eventing.consuming.channels;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import io.cornershop.eventing.consuming.BulkEventHandler;
import io.cornershop.eventing.consuming.Channels;
import io.cornershop.eventing.consuming.CountedEvents;
import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.events.EventEnvelope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.bson.Document;

/**
 * A row for each key of {@link CountedEvents} that takes each event once and only after the one
 * before it, as read models do; what came again, and what came too early, is counted. Shared by
 * nodes in several processes.
 */
final class GuardedRows {

  private final MongoCollection<Document> rows;
  private final MongoCollection<Document> repeats;
  private final MongoCollection<Document> gaps;
  private final MongoCollection<Document> middles;

  GuardedRows(MongoDatabase database) {
    this.rows = database.getCollection("rows");
    this.repeats = database.getCollection("repeats");
    this.gaps = database.getCollection("gaps");
    this.middles = database.getCollection("middles");
  }

  /** A row for each key, on which nothing has had an effect. */
  GuardedRows prepared() {
    rows.insertMany(
        CountedEvents.inOrder().keySet().stream()
            .map(
                key -> new Document("_id", key).append("sequence", 0L).append("effects", List.of()))
            .toList());
    return this;
  }

  private void apply(EventEnvelope event) {
    String key = event.stream().aggregateId();
    long sequence = event.sequence();
    Document before = new Document("_id", key).append("sequence", sequence - 1);
    boolean done =
        rows.updateOne(
                    before,
                    Updates.combine(
                        Updates.set("sequence", sequence), Updates.push("effects", sequence)))
                .getMatchedCount()
            == 1;
    if (!done) {
      long present = rows.find(new Document("_id", key)).first().getLong("sequence");
      (present < sequence - 1 ? gaps : repeats).insertOne(new Document("event", key + sequence));
    }
  }

  /** The effects of each key in the order they came. */
  Map<String, List<Long>> effects() {
    Map<String, List<Long>> effects = new TreeMap<>();
    rows.find()
        .forEach(row -> effects.put(row.getString("_id"), row.getList("effects", Long.class)));
    return effects;
  }

  /** How many events had their effect. */
  int count() {
    return effects().values().stream().mapToInt(List::size).sum();
  }

  /** How many events came again after their effect. */
  long repeats() {
    return repeats.countDocuments();
  }

  /** How many events came before one that precedes them. */
  long gaps() {
    return gaps.countDocuments();
  }

  /** How many lists stand still in their middle. */
  long middles() {
    return middles.countDocuments();
  }

  EventHandler singly() {
    return new Singly(this);
  }

  EventHandler inLists(int standingStillAfter) {
    return new InLists(this, standingStillAfter);
  }

  /** One event after the other. */
  private static class Singly implements EventHandler {

    private static final int SLOWNESS = 20;

    final GuardedRows rows;

    Singly(GuardedRows rows) {
      this.rows = rows;
    }

    @Override
    public String name() {
      return "counting";
    }

    @Override
    public String group() {
      return Channels.PROJECTIONS;
    }

    @Override
    public Set<String> eventTypes() {
      return Set.of("Counted");
    }

    @Override
    public void handle(EventEnvelope event) {
      CountedEvents.delay(SLOWNESS);
      rows.apply(event);
    }
  }

  /** Lists; stands still in the middle of one after so many events. */
  private static final class InLists extends Singly implements BulkEventHandler {

    private final int standingStillAfter;
    private int done;

    InLists(GuardedRows rows, int standingStillAfter) {
      super(rows);
      this.standingStillAfter = standingStillAfter;
    }

    @Override
    public void handleAll(List<EventEnvelope> events) {
      for (int i = 0; i < events.size(); i++) {
        if (i > 0 && done >= standingStillAfter) {
          rows.middles.insertOne(new Document("after", i).append("of", events.size()));
          CountedEvents.await(new CountDownLatch(1));
        }
        rows.apply(events.get(i));
        done++;
      }
    }
  }
}
