package io.cornershop.eventing.deadletters.mongo;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.cornershop.eventing.deadletters.DeadLetters;
import io.cornershop.eventing.deadletters.HeldSequence;
import io.cornershop.eventing.deadletters.Letter;
import io.cornershop.eventing.deadletters.LetterFilter;
import io.cornershop.eventing.deadletters.LetterState;
import io.cornershop.eventing.deadletters.SequenceId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/** Dead letters on MongoDB. Thread-safe. */
public final class MongoDeadLetters implements DeadLetters {

  private static final int CHUNK_BYTES = 4 << 20;
  private static final Document BY_ID = new Document(LetterDocuments.ID, 1);
  private static final Document IN_ORDER =
      new Document(LetterDocuments.ORDER, 1)
          .append(LetterDocuments.OFFSET, 1)
          .append(LetterDocuments.ID, 1);
  private static final Document LATEST_FIRST =
      new Document(LetterDocuments.FIRST, -1).append(LetterDocuments.ID, -1);
  private static final List<String> OPEN =
      Arrays.stream(LetterState.values()).filter(LetterState::open).map(Enum::name).toList();
  private static final List<String> CLOSED =
      Arrays.stream(LetterState.values()).filter(s -> !s.open()).map(Enum::name).toList();

  private final VersionedDocuments<HeldSequence> sequences;
  private final VersionedDocuments<Letter> letters;
  private final PayloadChunks payloads;

  public MongoDeadLetters(MongoDatabase database) {
    this(database, CHUNK_BYTES);
  }

  MongoDeadLetters(MongoDatabase database, int chunkBytes) {
    MongoDatabase durable =
        database
            .withReadConcern(ReadConcern.MAJORITY)
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    MongoCollection<Document> held = durable.getCollection("held_sequences");
    this.sequences =
        new VersionedDocuments<>(
            held, LetterDocuments::write, LetterDocuments::readSequence, () -> indexHeld(held));
    MongoCollection<Document> all = durable.getCollection("dead_letters");
    this.letters =
        new VersionedDocuments<>(
            all, LetterDocuments::write, LetterDocuments::readLetter, () -> indexLetters(all));
    this.payloads = new PayloadChunks(durable.getCollection("dead_letter_payloads"), chunkBytes);
  }

  private static void indexHeld(MongoCollection<Document> held) {
    held.createIndex(new Document(LetterDocuments.CHANNEL, 1).append(LetterDocuments.ID, 1));
  }

  private static void indexLetters(MongoCollection<Document> letters) {
    letters.createIndex(new Document(LetterDocuments.QUEUE, 1).append(LetterDocuments.ORDER, 1));
    letters.createIndex(
        new Document(LetterDocuments.UNDERIVED, 1), new IndexOptions().sparse(true));
    letters.createIndex(LATEST_FIRST);
    letters.createIndex(new Document(LetterDocuments.STATE, 1).append(LetterDocuments.ID, 1));
  }

  @Override
  public List<HeldSequence> sequences(String channel, Optional<SequenceId> after, int limit) {
    Document query = new Document(LetterDocuments.CHANNEL, channel);
    after.ifPresent(id -> query.append(LetterDocuments.ID, new Document("$gt", id.toString())));
    return sequences.find(query, BY_ID, limit);
  }

  @Override
  public List<HeldSequence> sequences(Set<SequenceId> ids) {
    return sequences.find(texts(ids));
  }

  @Override
  public Optional<HeldSequence> sequence(SequenceId id) {
    return sequences.find(id.toString());
  }

  @Override
  public boolean insert(HeldSequence sequence) {
    return sequences.insert(sequence);
  }

  @Override
  public boolean replace(HeldSequence next) {
    return sequences.replace(next);
  }

  @Override
  public boolean replaceAll(List<HeldSequence> next) {
    return sequences.replaceAll(next);
  }

  @Override
  public boolean touch(SequenceId id) {
    return sequences.touch(id.toString());
  }

  @Override
  public boolean remove(HeldSequence sequence) {
    return sequences.remove(sequence.id().toString(), sequence.version());
  }

  @Override
  public Optional<Letter> letter(String id) {
    return letters.find(id);
  }

  @Override
  public boolean insert(Letter letter) {
    return letters.insert(letter);
  }

  @Override
  public boolean replace(Letter next) {
    return letters.replace(next);
  }

  @Override
  public boolean remove(Letter letter) {
    return letters.remove(letter.id(), letter.version());
  }

  @Override
  public List<Letter> queue(SequenceId id, int limit) {
    return letters.find(open(id), IN_ORDER, limit);
  }

  @Override
  public OptionalLong lastOrder(SequenceId id) {
    Document last = new Document(LetterDocuments.ORDER, -1);
    return letters.find(open(id), last, 1).stream().mapToLong(Letter::order).findFirst();
  }

  @Override
  public Map<SequenceId, Long> openLetters(Set<SequenceId> ids) {
    Map<String, Long> counts = letters.counts(LetterDocuments.QUEUE, texts(ids));
    return ids.stream()
        .collect(Collectors.toMap(id -> id, id -> counts.getOrDefault(id.toString(), 0L)));
  }

  /** By the index on the state, where a server has such indexes. */
  @Override
  public List<OpenCount> openCounts() {
    return letters
        .groups(
            LetterDocuments.STATE, OPEN, List.of(LetterDocuments.CONSUMER, LetterDocuments.STATE))
        .entrySet()
        .stream()
        .map(group -> count(group.getKey(), group.getValue()))
        .toList();
  }

  private static OpenCount count(List<String> place, long letters) {
    return new OpenCount(place.getFirst(), LetterState.valueOf(place.getLast()), letters);
  }

  private static List<String> texts(Set<SequenceId> ids) {
    return ids.stream().map(SequenceId::toString).toList();
  }

  private static Document open(SequenceId id) {
    return new Document(LetterDocuments.QUEUE, id.toString());
  }

  @Override
  public List<Letter> list(LetterFilter filter, Optional<LetterFilter.Place> after, int limit) {
    Document query = new Document();
    filter.consumer().ifPresent(consumer -> query.append(LetterDocuments.CONSUMER, consumer));
    filter.state().ifPresent(state -> query.append(LetterDocuments.STATE, state.name()));
    filter.topic().ifPresent(topic -> query.append(LetterDocuments.TOPIC, topic));
    filter.key().ifPresent(key -> query.append(LetterDocuments.KEY, key));
    after.ifPresent(place -> query.append("$or", behind(place)));
    return letters.find(query, LATEST_FIRST, limit);
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
    return letters.find(new Document(LetterDocuments.UNDERIVED, channel), BY_ID, limit);
  }

  /** Letters of former builds say only when they last failed. */
  @Override
  public List<Letter> closedBefore(Instant time, Optional<String> after, int limit) {
    Document earlier = new Document("$lt", Date.from(time));
    Document query =
        new Document(LetterDocuments.STATE, new Document("$in", CLOSED))
            .append(LetterDocuments.EMPTIED, new Document("$ne", true))
            .append(
                "$or",
                List.of(
                    new Document(LetterDocuments.CLOSED, earlier),
                    new Document(LetterDocuments.CLOSED, null)
                        .append(LetterDocuments.LAST, earlier)));
    after.ifPresent(id -> query.append(LetterDocuments.ID, new Document("$gt", id)));
    return letters.find(query, BY_ID, limit);
  }

  @Override
  public void keepPayload(String letter, int revision, byte[] payload) {
    payloads.keep(letter, revision, payload);
  }

  @Override
  public Optional<byte[]> payload(String letter, int revision) {
    return payloads.find(letter, revision);
  }

  @Override
  public List<Payload> payloads(Optional<Payload> after, int limit) {
    return payloads.names(after, limit);
  }

  @Override
  public void dropPayloads(String letter, int lastRevision) {
    for (int revision = 0; revision <= lastRevision; revision++) {
      payloads.drop(letter, revision);
    }
  }
}
