package io.cornershop.bench;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOptions;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Commit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * What somebody would write by hand with the driver alone: no hash, no head, no limits; but the
 * same documents, indexes and durability as the engine's, copied from a store of its own making.
 * Thread-safe.
 */
final class RawStore {

  static final int COMMITS_PER_STREAM = 10;

  private static final int FILL_BATCH = 200;

  private final Templates templates;
  private final MongoCollection<Document> commits;
  private final MongoCollection<Document> positions;
  private final MongoCollection<Document> marks;

  RawStore(MongoDatabase database, Templates templates) {
    MongoDatabase durable =
        database
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
            .withReadConcern(ReadConcern.MAJORITY);
    this.templates = templates;
    this.commits = durable.getCollection("commits");
    this.positions = durable.getCollection("positions");
    this.marks = durable.getCollection("marks");
    index(commits, templates.commitIndexes());
    index(positions, templates.positionIndexes());
  }

  private static void index(MongoCollection<Document> collection, List<Document> indexes) {
    for (Document index : indexes) {
      collection.createIndex(
          index.get("key", Document.class),
          new IndexOptions()
              .name(index.getString("name"))
              .unique(index.getBoolean("unique", false))
              .sparse(index.getBoolean("sparse", false)));
    }
  }

  MongoCollection<Document> commits() {
    return commits;
  }

  /** One writer after another stream, each with a few commits. Not thread-safe. */
  Runnable writer() {
    return new Runnable() {
      private StreamId stream = Sample.newStream();
      private long sequence;

      @Override
      public void run() {
        if (sequence == COMMITS_PER_STREAM) {
          stream = Sample.newStream();
          sequence = 0;
        }
        sequence++;
        commits.insertOne(templates.commit(stream, sequence));
      }
    };
  }

  /** Writes the first commit of a stream. */
  void insert(StreamId stream) {
    commits.insertOne(templates.commit(stream, 1));
  }

  /** A writer of a stream that others write too. Thread-safe. */
  Runnable sharedWriter(StreamId stream, AtomicLong sequence) {
    return () -> commits.insertOne(templates.commit(stream, sequence.incrementAndGet()));
  }

  /** Adds commits in large batches. */
  void fill(long count) {
    for (long left = count; left > 0; left -= FILL_BATCH) {
      List<Document> batch =
          Stream.generate(() -> templates.commit(Sample.newStream(), 1))
              .limit(Math.min(left, FILL_BATCH))
              .toList();
      commits.insertMany(batch, new InsertManyOptions().ordered(false));
    }
  }

  /** The documents with these ids, in any order. */
  List<Document> read(List<String> ids) {
    return commits.find(new Document("_id", new Document("$in", ids))).into(new ArrayList<>());
  }

  /** Gives commits the numbers behind {@code last}. */
  void number(List<String> commitIds, long last) {
    List<Document> entries = new ArrayList<>(commitIds.size());
    for (String id : commitIds) {
      entries.add(templates.position(last + entries.size() + 1, id));
    }
    positions.insertMany(entries, new InsertManyOptions().ordered(true));
  }

  void mark(long number) {
    marks.updateOne(
        new Document("_id", "published"),
        new Document("$max", new Document("position", number)),
        new UpdateOptions().upsert(true));
  }

  /** The documents of the engine that the raw side copies, and their indexes. */
  record Templates(
      Twin first,
      Twin following,
      Twin position,
      List<Document> commitIndexes,
      List<Document> positionIndexes) {

    Document commit(StreamId stream, long sequence) {
      Map<String, String> ids =
          Map.of(
              "commit",
              Commit.idOf(stream, sequence),
              "previous",
              Commit.idOf(stream, sequence - 1),
              "aggregate",
              stream.aggregateId(),
              "command",
              Sample.newId(),
              "event",
              Sample.newId());
      return (sequence == 1 ? first : following).with(ids);
    }

    Document position(long number, String commitId) {
      Document entry =
          position.with(
              Map.of("commit", commitId, "command", Sample.newId(), "event", Sample.newId()));
      entry.put("_id", number);
      return entry;
    }
  }
}
