package io.cornershop.eventing.deadletters.mongo;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.cornershop.eventing.deadletters.DeadLetters;
import io.cornershop.eventing.deadletters.HeldSequence;
import io.cornershop.eventing.deadletters.Letter;
import io.cornershop.eventing.deadletters.LetterFilter;
import io.cornershop.eventing.deadletters.SequenceId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.bson.Document;

/**
 * Dead letters on MongoDB. A compare-and-set is one update by id and version, for which there is a
 * unique index, because embedded servers find nothing else fast. Thread-safe.
 */
public final class MongoDeadLetters implements DeadLetters {

  private static final int CHUNK_BYTES = 4 << 20;
  private static final Document BY_VERSION =
      new Document(LetterDocuments.ID, 1).append(LetterDocuments.VERSION, 1);
  private static final Document IN_ORDER =
      new Document(LetterDocuments.ORDER, 1)
          .append(LetterDocuments.OFFSET, 1)
          .append(LetterDocuments.ID, 1);
  private static final Document LATEST_FIRST =
      new Document(LetterDocuments.FIRST, -1).append(LetterDocuments.ID, -1);

  private final MongoCollection<Document> sequences;
  private final MongoCollection<Document> letters;
  private final PayloadChunks payloads;
  private volatile boolean prepared;

  public MongoDeadLetters(MongoDatabase database) {
    this(database, CHUNK_BYTES);
  }

  MongoDeadLetters(MongoDatabase database, int chunkBytes) {
    MongoDatabase durable =
        database
            .withReadConcern(ReadConcern.MAJORITY)
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    this.sequences = durable.getCollection("held_sequences");
    this.letters = durable.getCollection("dead_letters");
    this.payloads = new PayloadChunks(durable.getCollection("dead_letter_payloads"), chunkBytes);
  }

  /** Makes the indexes before the first write of this process. */
  private void prepare() {
    if (!prepared) {
      sequences.createIndex(BY_VERSION, new IndexOptions().unique(true));
      sequences.createIndex(new Document(LetterDocuments.CHANNEL, 1).append(LetterDocuments.ID, 1));
      letters.createIndex(BY_VERSION, new IndexOptions().unique(true));
      letters.createIndex(new Document(LetterDocuments.QUEUE, 1).append(LetterDocuments.ORDER, 1));
      letters.createIndex(
          new Document(LetterDocuments.UNDERIVED, 1), new IndexOptions().sparse(true));
      letters.createIndex(LATEST_FIRST);
      prepared = true;
    }
  }

  @Override
  public List<HeldSequence> sequences(String channel, Optional<SequenceId> after, int limit) {
    Document query = new Document(LetterDocuments.CHANNEL, channel);
    after.ifPresent(id -> query.append(LetterDocuments.ID, new Document("$gt", id.toString())));
    Document byId = new Document(LetterDocuments.ID, 1);
    return all(sequences.find(query).sort(byId).limit(limit), LetterDocuments::readSequence);
  }

  @Override
  public Optional<HeldSequence> sequence(SequenceId id) {
    return first(sequences, id.toString()).map(LetterDocuments::readSequence);
  }

  @Override
  public boolean insert(HeldSequence sequence) {
    return insert(sequences, LetterDocuments.write(sequence));
  }

  @Override
  public boolean replace(HeldSequence next) {
    return replace(sequences, LetterDocuments.write(next));
  }

  @Override
  public boolean touch(SequenceId id) {
    Document byId = new Document(LetterDocuments.ID, id.toString());
    Document increment = new Document("$inc", new Document(LetterDocuments.VERSION, 1L));
    return MongoCalls.of(() -> sequences.updateOne(byId, increment).getMatchedCount() == 1);
  }

  @Override
  public boolean remove(HeldSequence sequence) {
    return remove(sequences, sequence.id().toString(), sequence.version());
  }

  @Override
  public Optional<Letter> letter(String id) {
    return first(letters, id).map(LetterDocuments::readLetter);
  }

  @Override
  public boolean insert(Letter letter) {
    return insert(letters, LetterDocuments.write(letter));
  }

  @Override
  public boolean replace(Letter next) {
    return replace(letters, LetterDocuments.write(next));
  }

  @Override
  public boolean remove(Letter letter) {
    return remove(letters, letter.id(), letter.version());
  }

  @Override
  public List<Letter> queue(SequenceId id, int limit) {
    Document open = new Document(LetterDocuments.QUEUE, id.toString());
    return all(letters.find(open).sort(IN_ORDER).limit(limit), LetterDocuments::readLetter);
  }

  @Override
  public OptionalLong lastOrder(SequenceId id) {
    Document open = new Document(LetterDocuments.QUEUE, id.toString());
    Document last = new Document(LetterDocuments.ORDER, -1);
    return all(letters.find(open).sort(last).limit(1), LetterDocuments::readLetter).stream()
        .mapToLong(Letter::order)
        .findFirst();
  }

  @Override
  public long openLetters(SequenceId id) {
    Document open = new Document(LetterDocuments.QUEUE, id.toString());
    return MongoCalls.of(() -> letters.countDocuments(open));
  }

  @Override
  public List<Letter> list(LetterFilter filter, Optional<LetterFilter.Place> after, int limit) {
    Document query = new Document();
    filter.consumer().ifPresent(consumer -> query.append(LetterDocuments.CONSUMER, consumer));
    filter.state().ifPresent(state -> query.append(LetterDocuments.STATE, state.name()));
    filter.topic().ifPresent(topic -> query.append(LetterDocuments.TOPIC, topic));
    filter.key().ifPresent(key -> query.append(LetterDocuments.KEY, key));
    after.ifPresent(place -> query.append("$or", behind(place)));
    return all(letters.find(query).sort(LATEST_FIRST).limit(limit), LetterDocuments::readLetter);
  }

  private static List<Document> behind(LetterFilter.Place place) {
    Date first = Date.from(place.first());
    return List.of(
        new Document(LetterDocuments.FIRST, new Document("$lt", first)),
        new Document(LetterDocuments.FIRST, first)
            .append(LetterDocuments.ID, new Document("$lt", place.id())));
  }

  @Override
  public List<Letter> underived(String channel, int limit) {
    Document query = new Document(LetterDocuments.UNDERIVED, channel);
    return all(letters.find(query).limit(limit), LetterDocuments::readLetter);
  }

  @Override
  public void keepPayload(String letter, int revision, byte[] payload) {
    payloads.keep(letter, revision, payload);
  }

  @Override
  public Optional<byte[]> payload(String letter, int revision) {
    return payloads.find(letter, revision);
  }

  private static <T> List<T> all(FindIterable<Document> found, Function<Document, T> form) {
    return MongoCalls.of(() -> found.into(new ArrayList<>())).stream().map(form).toList();
  }

  private static Optional<Document> first(MongoCollection<Document> documents, String id) {
    Document byId = new Document(LetterDocuments.ID, id);
    return MongoCalls.of(() -> Optional.ofNullable(documents.find(byId).first()));
  }

  private boolean insert(MongoCollection<Document> documents, Document document) {
    return MongoCalls.inserted(
        () -> {
          prepare();
          documents.insertOne(document);
        });
  }

  /** A flat filter, see {@link #BY_VERSION}. */
  private static boolean replace(MongoCollection<Document> documents, Document next) {
    Document before =
        new Document(LetterDocuments.ID, next.getString(LetterDocuments.ID))
            .append(LetterDocuments.VERSION, next.getLong(LetterDocuments.VERSION) - 1);
    return MongoCalls.of(() -> documents.replaceOne(before, next).getMatchedCount() == 1);
  }

  private static boolean remove(MongoCollection<Document> documents, String id, long version) {
    Document present =
        new Document(LetterDocuments.ID, id).append(LetterDocuments.VERSION, version);
    return MongoCalls.of(() -> documents.deleteOne(present).getDeletedCount() == 1);
  }
}
