package io.cornershop.eventing.store.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOptions;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.TopicMark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bson.Document;

/**
 * The position log on MongoDB. An ordered insertMany stops at the first key that is taken, so the
 * log stays dense whoever else writes. Reads by key only, never by range or sort. Thread-safe.
 */
public final class MongoPositionLog implements PositionLog {

  private static final Document PUBLISHED = new Document("_id", "published");
  private static final String POSITION = "position";
  private static final String TOPIC = "topic ";
  private static final String TOPIC_ID = "topicId";
  private static final String LACKING = "lacking";

  private final StoreCollections collections;
  private final StoreSetup setup;
  private final LogEnd end = new LogEnd(numbers -> find(EntryDocuments.NUMBER, numbers));

  /** An entry that exists; where the search for the head begins. */
  private final AtomicReference<Entry> known = new AtomicReference<>(Entry.NONE);

  public MongoPositionLog(MongoDatabase database, StoreSetup setup) {
    this.collections = new StoreCollections(database);
    this.setup = setup;
  }

  @Override
  public Entry head() {
    return remember(end.behind(known.get()));
  }

  private Entry remember(Entry entry) {
    known.accumulateAndGet(entry, (a, b) -> a.number() < b.number() ? b : a);
    return entry;
  }

  @Override
  public boolean append(List<Entry> entries) {
    if (entries.isEmpty()) {
      return true;
    }
    requireDense(entries);
    setup.epoch();
    if (!exists(entries.getFirst().number() - 1) || !insert(entries)) {
      return false;
    }
    remember(entries.getLast());
    return true;
  }

  private static void requireDense(List<Entry> entries) {
    long first = entries.getFirst().number();
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).number() != first + i) {
        throw new IllegalArgumentException("The numbers behind " + first + " have a gap");
      }
    }
  }

  private boolean exists(long number) {
    return number <= known.get().number()
        || !find(EntryDocuments.NUMBER, List.of(number)).isEmpty();
  }

  private boolean insert(List<Entry> entries) {
    List<Document> documents = entries.stream().map(EntryDocuments::write).toList();
    try {
      collections.positions().insertMany(documents, new InsertManyOptions().ordered(true));
      return true;
    } catch (MongoException | IllegalStateException e) {
      if (DriverAnswers.isDuplicateKey(e)) {
        return false;
      }
      throw DriverAnswers.unavailable(e);
    }
  }

  @Override
  public List<Entry> readAfter(long number, int limit) {
    List<Entry> found = find(EntryDocuments.NUMBER, numbersBehind(number, limit));
    return unbroken(found, Entry::number, number);
  }

  @Override
  public List<Line> linesAfter(long number, int limit) {
    List<Line> found =
        documents(EntryDocuments.NUMBER, numbersBehind(number, limit), EntryDocuments.OF_A_LINE)
            .stream()
            .map(EntryDocuments::readLine)
            .toList();
    return unbroken(found, Line::number, number);
  }

  private static List<Long> numbersBehind(long number, int limit) {
    return LongStream.rangeClosed(number + 1, number + limit).boxed().toList();
  }

  /** An answer is no snapshot: what comes behind an entry that was not there yet is not shown. */
  private static <T> List<T> unbroken(List<T> found, ToLongFunction<T> numberOf, long number) {
    List<T> sorted = found.stream().sorted(Comparator.comparingLong(numberOf)).toList();
    int unbroken = 0;
    while (unbroken < sorted.size()
        && numberOf.applyAsLong(sorted.get(unbroken)) == number + unbroken + 1) {
      unbroken++;
    }
    return sorted.subList(0, unbroken);
  }

  @Override
  public Map<String, Long> numbersOf(Collection<String> commitIds) {
    return documents(EntryDocuments.COMMIT, commitIds).stream()
        .collect(
            Collectors.toMap(
                entry -> entry.getString(EntryDocuments.COMMIT),
                entry -> entry.getLong(EntryDocuments.NUMBER),
                Math::min));
  }

  private List<Entry> find(String field, Collection<?> values) {
    return documents(field, values).stream().map(EntryDocuments::read).toList();
  }

  private List<Document> documents(String field, Collection<?> values) {
    return documents(field, values, EntryDocuments.WHOLE);
  }

  /** In one answer, as far as it can hold them: the usual first answer holds 101. */
  private List<Document> documents(String field, Collection<?> values, Document fields) {
    Document query = new Document(field, new Document("$in", values));
    return DriverAnswers.of(
        () ->
            collections
                .positions()
                .find(query)
                .projection(fields)
                .batchSize(Math.max(1, values.size()))
                .into(new ArrayList<>(values.size())));
  }

  @Override
  public long published() {
    return DriverAnswers.of(() -> Optional.ofNullable(collections.marks().find(PUBLISHED).first()))
        .map(mark -> mark.get(POSITION, Number.class).longValue())
        .orElse(0L);
  }

  @Override
  public void markPublished(long number) {
    Document raise = new Document("$max", new Document(POSITION, number));
    DriverAnswers.of(
        () -> {
          try {
            return collections
                .marks()
                .updateOne(PUBLISHED, raise, new UpdateOptions().upsert(true));
          } catch (MongoException e) {
            if (DriverAnswers.isDuplicateKey(e)) { // another relay made the document just now
              return collections.marks().updateOne(PUBLISHED, raise);
            }
            throw e;
          }
        });
  }

  @Override
  public Optional<TopicMark> topic(String name) {
    return DriverAnswers.of(
            () ->
                Optional.ofNullable(
                    collections.marks().find(new Document("_id", TOPIC + name)).first()))
        .map(mark -> new TopicMark(name, mark.getString(TOPIC_ID), mark.getLong(LACKING)));
  }

  @Override
  public boolean markTopic(Optional<TopicMark> seen, TopicMark next) {
    return DriverAnswers.of(
        () ->
            seen.map(
                    s ->
                        collections
                                .marks()
                                .replaceOne(document(s), document(next))
                                .getMatchedCount()
                            == 1)
                .orElseGet(() -> insert(document(next))));
  }

  private boolean insert(Document mark) {
    try {
      collections.marks().insertOne(mark);
      return true;
    } catch (MongoException e) {
      if (DriverAnswers.isDuplicateKey(e)) {
        return false;
      }
      throw e;
    }
  }

  private static Document document(TopicMark mark) {
    return new Document("_id", TOPIC + mark.name())
        .append(TOPIC_ID, mark.id())
        .append(LACKING, mark.lacking());
  }
}
