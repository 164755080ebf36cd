package io.cornershop.eventing.store.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Sorts;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.store.Commit;
import io.cornershop.kernel.CommandId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/** Finds commits by keys that an index serves on every server. Thread-safe. */
record CommitReader(StoreCollections collections) {

  private static final long MOST_BYTES = 8L << 20;

  /** The commits with these ids that exist, in no particular order. */
  List<Commit> byIds(Collection<String> commitIds) {
    return find(anyOf(CommitDocuments.ID, commitIds), commitIds.size());
  }

  /** The events of the commits with these ids that exist, by commit id. */
  Map<String, List<EventEnvelope>> eventsOf(Collection<String> commitIds) {
    Document query = anyOf(CommitDocuments.ID, commitIds);
    return documents(query, CommitDocuments.EVENTS, commitIds.size()).stream()
        .collect(
            Collectors.toMap(
                document -> document.getString(CommitDocuments.ID), CommitDocuments::readEvents));
  }

  /**
   * What {@link io.cornershop.eventing.store.EventStore#scan} gives: a walk along the index of ids,
   * which are in the order of streams and of their commits.
   */
  SequencedMap<String, List<EventEnvelope>> eventsBehind(String type, String after, int most) {
    Document range =
        new Document("$gt", after.isEmpty() ? type + Commit.SEPARATOR : after)
            .append("$lt", type + (char) (Commit.SEPARATOR + 1));
    FindIterable<RawBsonDocument> walk =
        collections
            .commits()
            .find(new Document(CommitDocuments.ID, range), RawBsonDocument.class)
            .sort(Sorts.ascending(CommitDocuments.ID))
            .projection(CommitDocuments.EVENTS)
            .limit(most)
            .batchSize(most);
    SequencedMap<String, List<EventEnvelope>> found = new LinkedHashMap<>();
    for (RawBsonDocument raw : DriverAnswers.of(() -> begin(walk))) {
      Document document = CommitDocuments.decoded(raw);
      found.put(document.getString(CommitDocuments.ID), CommitDocuments.readEvents(document));
    }
    return found;
  }

  /** No more than fit into memory, but one at least. */
  private static List<RawBsonDocument> begin(FindIterable<RawBsonDocument> walk) {
    List<RawBsonDocument> documents = new ArrayList<>();
    long bytes = 0;
    try (MongoCursor<RawBsonDocument> cursor = walk.cursor()) {
      while (bytes < MOST_BYTES && cursor.hasNext()) {
        RawBsonDocument document = cursor.next();
        documents.add(document);
        bytes += document.getByteBuffer().remaining();
      }
    }
    return documents;
  }

  /** One of the commits that hold one of these commands, if there is any. */
  Optional<Commit> byCommands(Collection<CommandId> commandIds) {
    return allByCommands(commandIds).stream().findFirst();
  }

  /** The commits that hold any of these commands. */
  List<Commit> allByCommands(Collection<CommandId> commandIds) {
    List<String> ids = commandIds.stream().map(CommandId::value).toList();
    return find(anyOf(CommitDocuments.COMMAND_IDS, ids), ids.size()).stream().distinct().toList();
  }

  private List<Commit> find(Document query, int most) {
    return documents(query, new Document(), most).stream().map(CommitDocuments::read).toList();
  }

  /** In one answer, as far as it can hold them: the usual first answer holds 101. */
  private List<Document> documents(Document query, Bson fields, int most) {
    return DriverAnswers.of(
        () ->
            collections
                .commits()
                .find(query)
                .projection(fields)
                .batchSize(Math.max(1, most))
                .into(new ArrayList<>(most)));
  }

  /** Exactly one key with {@code $in}: the form that an index serves on every server. */
  static Document anyOf(String field, Collection<String> values) {
    return new Document(field, new Document("$in", values));
  }
}
