package io.cornershop.eventing.store.mongo;

import com.mongodb.client.model.Projections;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.CommandOutcome;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.UnreadableCommit;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.InvalidValue;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.conversions.Bson;

/**
 * Commits as documents. What is searched lies beside the exact data text as fields of their own;
 * {@code pending} is no part of it.
 */
final class CommitDocuments {

  static final String ID = "_id";
  static final String COMMAND_IDS = "commandIds";
  static final String PENDING = "pending";

  /** What {@link #readEvents} needs. */
  static final Bson EVENTS = Projections.include("aggregateType", "aggregateId", "events");

  private static final DocumentCodec CODEC = new DocumentCodec();

  private CommitDocuments() {}

  /**
   * The new document of a commit, encoded, so that its size is known.
   *
   * @param pending whether it is marked as one without a number
   */
  static RawBsonDocument write(Commit commit, boolean pending) {
    Document document =
        new Document(ID, commit.id())
            .append(
                COMMAND_IDS, commit.commands().stream().map(c -> c.commandId().value()).toList())
            .append("outcomes", commit.commands().stream().map(CommandOutcome::sequence).toList())
            .append("aggregateType", commit.stream().aggregateType())
            .append("aggregateId", commit.stream().aggregateId())
            .append("firstSequence", commit.firstSequence())
            .append("lastSequence", commit.lastSequence())
            .append("events", commit.events().stream().map(EventDocuments::write).toList())
            .append("appendedAt", Date.from(commit.appendedAt()))
            .append("previousCommit", commit.previousCommit())
            .append("previousHash", commit.previousHash())
            .append("hash", commit.hash())
            .append("epoch", commit.epoch());
    if (pending) {
      document.append(PENDING, true);
    }
    return new RawBsonDocument(document, CODEC);
  }

  /** A document that is there in bytes. */
  static Document decoded(RawBsonDocument raw) {
    return raw.decode(CODEC);
  }

  /**
   * The commit in a document.
   *
   * @throws UnreadableCommit when a field is missing, or has a value that none can have
   */
  static Commit read(Document document) {
    return guarded(document, CommitDocuments::decode);
  }

  private static <T> T guarded(Document document, Function<Document, T> decoding) {
    try {
      return decoding.apply(document);
    } catch (NullPointerException
        | IllegalArgumentException
        | ClassCastException
        | IndexOutOfBoundsException
        | InvalidValue e) {
      throw new UnreadableCommit(document.getString(ID), e);
    }
  }

  /**
   * The events in a document, of which the rest may be missing.
   *
   * @throws UnreadableCommit as {@link #read} does
   */
  static List<EventEnvelope> readEvents(Document document) {
    return guarded(document, CommitDocuments::decodeEvents);
  }

  private static List<EventEnvelope> decodeEvents(Document document) {
    StreamId stream = streamOf(document);
    List<EventEnvelope> events =
        document.getList("events", Document.class).stream()
            .map(event -> EventDocuments.read(event, stream))
            .toList();
    if (events.isEmpty()) {
      throw new IllegalArgumentException("A commit has events");
    }
    return events;
  }

  private static StreamId streamOf(Document document) {
    return new StreamId(document.getString("aggregateType"), document.getString("aggregateId"));
  }

  private static Commit decode(Document document) {
    return new Commit(
        document.getString(ID),
        streamOf(document),
        commands(document),
        decodeEvents(document),
        document.getDate("appendedAt").toInstant(),
        document.getString("previousCommit"),
        document.getString("previousHash"),
        document.getString("hash"),
        document.getString("epoch"));
  }

  private static List<CommandOutcome> commands(Document document) {
    List<String> ids = document.getList(COMMAND_IDS, String.class);
    List<Long> sequences = document.getList("outcomes", Long.class);
    List<CommandOutcome> outcomes = new ArrayList<>(ids.size());
    for (int i = 0; i < ids.size(); i++) {
      outcomes.add(new CommandOutcome(new CommandId(ids.get(i)), sequences.get(i)));
    }
    return outcomes;
  }
}
