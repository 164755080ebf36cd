package io.cornershop.eventing.store.mongo;

import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.CommitSummary;
import io.cornershop.eventing.store.LogTotals;
import io.cornershop.eventing.store.LogTotals.Count;
import io.cornershop.eventing.store.PositionLog.Entry;
import io.cornershop.eventing.store.PositionLog.Line;
import io.cornershop.eventing.store.UnreadableEntry;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;

/**
 * Entries of the position log as documents. The totals are one text per aggregate type, {@code
 * "<type> <events> <streams>"}: they are never searched, and texts are small and cheap to write.
 */
final class EntryDocuments {

  static final String NUMBER = "_id";
  static final String COMMIT = "commit";
  static final String EVENT_IDS = "eventIds";
  static final String EVENT_TYPES = "eventTypes";
  static final String CORRELATION_IDS = "correlationIds";
  static final String TIMESTAMPS = "timestamps";
  static final String TOTALS = "totals";

  private static final String HASH = "hash";
  private static final String CHAIN_HASH = "chainHash";
  private static final String LATEST = "latest";

  /** All fields. */
  static final Document WHOLE = new Document();

  /** The fields of a {@link Line}. */
  static final Document OF_A_LINE =
      new Document(COMMIT, 1).append(EVENT_TYPES, 1).append(EVENT_IDS, 1);

  private EntryDocuments() {}

  static Document write(Entry entry) {
    CommitSummary summary = entry.summary();
    return new Document(NUMBER, entry.number())
        .append(COMMIT, entry.commitId())
        .append(HASH, entry.hash())
        .append(CHAIN_HASH, entry.chainHash())
        .append(EVENT_IDS, summary.eventIds().stream().map(UUID::toString).toList())
        .append(EVENT_TYPES, summary.eventTypes())
        .append(CORRELATION_IDS, summary.correlationIds())
        .append(TIMESTAMPS, summary.timestamps().stream().map(Date::from).toList())
        .append(LATEST, Date.from(entry.totals().latest()))
        .append(TOTALS, write(entry.totals()));
  }

  private static List<String> write(LogTotals totals) {
    return totals.byAggregateType().entrySet().stream()
        .map(of -> of.getKey() + " " + of.getValue().events() + " " + of.getValue().streams())
        .toList();
  }

  /**
   * The entry in a document.
   *
   * @throws UnreadableEntry when a field is missing, or has a value that none can have
   */
  static Entry read(Document document) {
    return checked(document, EntryDocuments::decode);
  }

  /**
   * The line of an entry in a document that has the fields of one at least.
   *
   * @throws UnreadableEntry when a field is missing, or has a value that none can have
   */
  static Line readLine(Document document) {
    return checked(document, EntryDocuments::decodeLine);
  }

  private static <T> T checked(Document document, Function<Document, T> decode) {
    try {
      Commit.firstSequenceIn(document.getString(COMMIT));
      return decode.apply(document);
    } catch (NullPointerException
        | IllegalArgumentException
        | ClassCastException
        | IndexOutOfBoundsException e) {
      throw new UnreadableEntry(document.getLong(NUMBER), e);
    }
  }

  private static Entry decode(Document document) {
    return new Entry(
        document.getLong(NUMBER),
        document.getString(COMMIT),
        Objects.requireNonNull(document.getString(HASH)),
        Objects.requireNonNull(document.getString(CHAIN_HASH)),
        summary(document),
        totals(document));
  }

  private static Line decodeLine(Document document) {
    return new Line(
        document.getLong(NUMBER),
        document.getString(COMMIT),
        document.getList(EVENT_TYPES, String.class),
        document.getList(EVENT_IDS, String.class).size());
  }

  private static CommitSummary summary(Document document) {
    return new CommitSummary(
        document.getList(EVENT_IDS, String.class).stream().map(UUID::fromString).toList(),
        document.getList(EVENT_TYPES, String.class),
        document.getList(CORRELATION_IDS, String.class),
        document.getList(TIMESTAMPS, Date.class).stream().map(Date::toInstant).toList());
  }

  private static LogTotals totals(Document document) {
    Instant latest = document.getDate(LATEST).toInstant();
    SortedMap<String, Count> sums = new TreeMap<>();
    for (String text : document.getList(TOTALS, String.class)) {
      String[] parts = text.split(" ");
      sums.put(parts[0], new Count(Long.parseLong(parts[1]), Long.parseLong(parts[2])));
    }
    return new LogTotals(latest, sums);
  }
}
