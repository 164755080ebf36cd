package io.cornershop.eventing.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.AppendResult;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.CommitFixtures;
import io.cornershop.eventing.store.CommitSealing;
import io.cornershop.eventing.store.CommitSeals;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.eventing.store.verification.Finding;
import io.cornershop.eventing.store.verification.LogVerification;
import io.cornershop.eventing.store.verification.LogVerification.Checkpoint;
import io.cornershop.eventing.store.verification.StreamVerification;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bson.Document;

/**
 * A sound store, and a hand that is in its database. Positions 1, 3, 5 are the door's commits of 1,
 * 2, 3 events; 2, 4, 6 are the gate's.
 */
final class TouchedStore {

  static final StreamId DOOR = CommitFixtures.DOOR;
  static final StreamId GATE = CommitFixtures.GATE;

  private final MongoDatabase database;
  private final EventStore store;
  private final PositionLog log;
  private final CommitSeals seals;

  TouchedStore(MongoDatabase database) {
    this(database, CommitSeals.PLAIN);
  }

  TouchedStore(MongoDatabase database, CommitSeals seals) {
    this.database = database;
    this.seals = seals;
    StoreSetup setup = new StoreSetup(database, true);
    CommitSealing sealing = new CommitSealing(StoreLimits.USUAL, seals, CommitFixtures.CLOCK);
    store = new MongoEventStore(database, setup, sealing, id -> {});
    log = new MongoPositionLog(database, setup);
    StreamHead door = StreamHead.empty(DOOR);
    StreamHead gate = StreamHead.empty(GATE);
    for (int size = 1; size <= 3; size++) {
      door = number(door, size);
      gate = number(gate, size);
    }
    log.markPublished(6);
  }

  private StreamHead number(StreamHead onto, int events) {
    Commit commit = append(onto, events);
    assertThat(log.append(List.of(log.head().next(commit)))).isTrue();
    return commit.head();
  }

  Commit append(StreamHead onto, int events) {
    String key = onto.stream() + "-" + onto.sequence();
    AppendResult result = store.append(CommitFixtures.commit(onto, key, events));
    return ((AppendResult.Appended) result).commit();
  }

  MongoCollection<Document> commits() {
    return database.getCollection("commits");
  }

  MongoCollection<Document> positions() {
    return database.getCollection("positions");
  }

  MongoCollection<Document> marks() {
    return database.getCollection("marks");
  }

  void change(MongoCollection<Document> collection, Object id, UnaryOperator<Document> by) {
    Document key = new Document("_id", id);
    collection.replaceOne(key, by.apply(collection.find(key).first()));
  }

  List<Finding> whole() {
    return new LogVerification(store, log, seals).check(Checkpoint.BEGINNING, 100).findings();
  }

  List<Finding> ofStream(StreamId stream) {
    return ofStreams().check(stream, 1, 100).findings();
  }

  /** Problem, stream, sequence and position of each finding. */
  static List<String> named(List<Finding> findings) {
    return findings.stream()
        .map(
            f ->
                "%s %s %s %s"
                    .formatted(
                        f.problem(),
                        f.stream().map(StreamId::toString).orElse("-"),
                        f.sequence().isPresent() ? f.sequence().getAsLong() : "-",
                        f.position().isPresent() ? f.position().getAsLong() : "-"))
        .toList();
  }

  EventStore store() {
    return store;
  }

  PositionLog log() {
    return log;
  }

  StreamVerification ofStreams() {
    return new StreamVerification(store, log, seals);
  }

  LogVerification verification() {
    return new LogVerification(store, log, seals);
  }
}
