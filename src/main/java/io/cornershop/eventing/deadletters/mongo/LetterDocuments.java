package io.cornershop.eventing.deadletters.mongo;

import io.cornershop.eventing.deadletters.Closing;
import io.cornershop.eventing.deadletters.HeldSequence;
import io.cornershop.eventing.deadletters.HeldSequence.Home;
import io.cornershop.eventing.deadletters.Letter;
import io.cornershop.eventing.deadletters.LetterFailure;
import io.cornershop.eventing.deadletters.LetterSource;
import io.cornershop.eventing.deadletters.LetterSource.Header;
import io.cornershop.eventing.deadletters.LetterState;
import io.cornershop.eventing.deadletters.SequenceId;
import io.cornershop.eventing.deadletters.Wish;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.bson.Document;

/** Sequences and letters as documents. */
final class LetterDocuments {

  static final String ID = "_id";
  static final String VERSION = "version";
  static final String CHANNEL = "channel";
  static final String CONSUMER = "consumer";
  static final String KEY = "key";
  static final String STATE = "state";
  static final String TOPIC = "topic";

  /** The sequence's text, as long as the letter is open. */
  static final String QUEUE = "queue";

  static final String ORDER = "order";
  static final String OFFSET = "offset";
  static final String FIRST = "firstFailedAt";
  static final String LAST = "lastFailedAt";
  static final String CLOSED = "closedAt";
  static final String EMPTIED = "emptied";
  private static final String STORED_EVENT = "storedEvent";
  private static final String NOTED = "noted";

  /** The channel, as long as the letter has failed and no derived record lies on its topic. */
  static final String UNDERIVED = "underived";

  private LetterDocuments() {}

  static Document write(HeldSequence sequence) {
    Document document =
        new Document(ID, sequence.id().toString())
            .append(CHANNEL, sequence.id().channel())
            .append(CONSUMER, sequence.id().consumer())
            .append(KEY, sequence.id().key())
            .append(STATE, sequence.state().name())
            .append(TOPIC, sequence.home().topic())
            .append("partition", sequence.home().partition())
            .append("head", sequence.head())
            .append("nextAttempt", Date.from(sequence.nextAttempt()))
            .append(VERSION, sequence.version());
    sequence
        .wish()
        .ifPresent(
            wish ->
                document.append(
                    "wish",
                    new Document("kind", wish.kind().name())
                        .append("letter", wish.letter())
                        .append(NOTED, wish.noted())));
    return document;
  }

  static HeldSequence readSequence(Document document) {
    return new HeldSequence(
        sequenceId(document),
        LetterState.valueOf(document.getString(STATE)),
        new Home(document.getString(TOPIC), document.getInteger("partition")),
        document.getString("head"),
        document.getDate("nextAttempt").toInstant(),
        Optional.ofNullable(document.get("wish", Document.class)).map(LetterDocuments::readWish),
        document.getLong(VERSION));
  }

  private static Wish readWish(Document wish) {
    return new Wish(
        Wish.Kind.valueOf(wish.getString("kind")), wish.getString("letter"), wish.get(NOTED, 0L));
  }

  private static SequenceId sequenceId(Document document) {
    return new SequenceId(document.getString(CONSUMER), document.getString(KEY));
  }

  static Document write(Letter letter) {
    Document document =
        new Document(ID, letter.id())
            .append(CONSUMER, letter.sequence().consumer())
            .append(KEY, letter.sequence().key())
            .append(STATE, letter.state().name())
            .append(ORDER, letter.order())
            .append("reason", letter.failure().reason())
            .append("attempts", letter.failure().attempts())
            .append(FIRST, Date.from(letter.failure().first()))
            .append(LAST, Date.from(letter.failure().last()))
            .append("revision", letter.revision())
            .append("derived", letter.derived())
            .append(VERSION, letter.version());
    letter.position().ifPresent(position -> document.append("position", position));
    letter.storedEvent().ifPresent(event -> document.append(STORED_EVENT, event.toString()));
    letter.closing().ifPresent(closing -> write(closing, document));
    if (letter.state().open()) {
      document.append(QUEUE, letter.sequence().toString());
    }
    if (letter.state().heads() && !letter.derived()) {
      document.append(UNDERIVED, letter.sequence().channel());
    }
    write(letter.source(), document);
    return document;
  }

  private static void write(Closing closing, Document document) {
    document.append(CLOSED, Date.from(closing.at()));
    if (closing.emptied()) {
      document.append(EMPTIED, true);
    }
  }

  private static void write(LetterSource source, Document document) {
    document
        .append(TOPIC, source.topic())
        .append("partition", source.partition())
        .append(OFFSET, source.offset())
        .append("headers", source.headers().stream().map(LetterDocuments::write).toList());
    source.key().ifPresent(key -> document.append("recordKey", key));
  }

  private static Document write(Header header) {
    Document document = new Document("name", header.name());
    header.base64().ifPresent(value -> document.append("value", value));
    return document;
  }

  static Letter readLetter(Document document) {
    return new Letter(
        document.getString(ID),
        sequenceId(document),
        LetterState.valueOf(document.getString(STATE)),
        readSource(document),
        Optional.ofNullable(document.getLong("position"))
            .map(OptionalLong::of)
            .orElse(OptionalLong.empty()),
        Optional.ofNullable(document.getString(STORED_EVENT)).map(UUID::fromString),
        document.getLong(ORDER),
        new LetterFailure(
            document.getString("reason"),
            document.getInteger("attempts"),
            document.getDate(FIRST).toInstant(),
            document.getDate(LAST).toInstant()),
        document.getInteger("revision"),
        document.getBoolean("derived"),
        readClosing(document),
        document.getLong(VERSION));
  }

  /** Of a closed letter; one of a former build says only when it last failed. */
  private static Optional<Closing> readClosing(Document document) {
    if (LetterState.valueOf(document.getString(STATE)).open()) {
      return Optional.empty();
    }
    Date at = Optional.ofNullable(document.getDate(CLOSED)).orElseGet(() -> document.getDate(LAST));
    return Optional.of(new Closing(at.toInstant(), document.getBoolean(EMPTIED, false)));
  }

  private static LetterSource readSource(Document document) {
    List<Header> headers =
        document.getList("headers", Document.class).stream()
            .map(h -> new Header(h.getString("name"), Optional.ofNullable(h.getString("value"))))
            .toList();
    return new LetterSource(
        document.getString(TOPIC),
        document.getInteger("partition"),
        document.getLong(OFFSET),
        Optional.ofNullable(document.getString("recordKey")),
        headers);
  }
}
