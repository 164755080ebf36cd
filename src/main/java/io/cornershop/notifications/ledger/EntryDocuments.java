package io.cornershop.notifications.ledger;

import io.cornershop.kernel.CustomerId;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.NotificationId;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/** Entries as documents. What was stored once can be read for ever. */
final class EntryDocuments {

  static final String ID = "_id";
  static final String CUSTOMER = "customerId";
  static final String CHANNEL = "channel";
  static final String STATE = "state";
  static final String ENTERED_AT = "enteredAt";
  static final String VERSION = "version";

  private static final String EVENT_ID = "eventId";
  private static final String EVENT_TYPE = "reason";
  private static final String STREAM = "stream";
  private static final String SEQUENCE = "sequence";
  private static final String CORRELATION = "correlationId";
  private static final String HAPPENED_AT = "happenedAt";
  private static final String TRACEPARENT = "traceparent";
  private static final String SEALED = "sealed";
  private static final String USEFUL_UNTIL = "usefulUntil";
  private static final String EPOCH = "epoch";
  private static final String WHY = "why";
  private static final String ATTEMPTS = "attempts";
  private static final String ASKS = "asks";
  private static final String AT = "at";
  private static final String DUE = "due";
  private static final String REFERENCE = "reference";
  private static final String SENT_AT = "sentAt";
  private static final String ABANDONED = "abandoned";
  private static final String OPEN = "open";

  private EntryDocuments() {}

  static Document write(Entry entry) {
    Document document =
        new Document(ID, entry.id().value())
            .append(CHANNEL, entry.channel().name())
            .append(ENTERED_AT, Date.from(entry.enteredAt()))
            .append(USEFUL_UNTIL, Date.from(entry.usefulUntil()))
            .append(EPOCH, entry.epoch())
            .append(ABANDONED, entry.abandoned())
            .append(OPEN, entry.open())
            .append(VERSION, entry.version());
    put(document, CUSTOMER, entry.customerId().map(CustomerId::value));
    put(document, SEALED, entry.sealed());
    writeCause(document, entry.cause());
    writeProgress(document, entry.progress());
    return document;
  }

  private static void writeCause(Document document, Cause cause) {
    document
        .append(EVENT_ID, cause.eventId())
        .append(EVENT_TYPE, cause.eventType())
        .append(STREAM, cause.stream())
        .append(SEQUENCE, cause.sequence())
        .append(CORRELATION, cause.correlationId())
        .append(HAPPENED_AT, Date.from(cause.happenedAt()));
    put(document, TRACEPARENT, cause.traceparent());
  }

  private static void writeProgress(Document document, Progress progress) {
    document
        .append(STATE, progress.state().name())
        .append(ATTEMPTS, progress.attempts())
        .append(ASKS, progress.asks())
        .append(AT, Date.from(progress.at()))
        .append(DUE, Date.from(progress.due()));
    put(document, WHY, progress.why());
    put(document, REFERENCE, progress.reference());
    put(document, SENT_AT, progress.sentAt().map(Date::from));
  }

  private static void put(Document document, String field, Optional<?> value) {
    value.ifPresent(present -> document.append(field, present));
  }

  static Entry read(Document document) {
    return new Entry(
        new NotificationId(document.getString(ID)),
        cause(document),
        text(document, CUSTOMER).map(CustomerId::new),
        Channel.valueOf(document.getString(CHANNEL)),
        text(document, SEALED),
        time(document, ENTERED_AT),
        time(document, USEFUL_UNTIL),
        document.getString(EPOCH),
        progress(document),
        document.getBoolean(ABANDONED),
        document.getBoolean(OPEN),
        document.getLong(VERSION));
  }

  private static Cause cause(Document document) {
    return new Cause(
        document.getString(EVENT_ID),
        document.getString(EVENT_TYPE),
        document.getString(STREAM),
        document.getLong(SEQUENCE),
        document.getString(CORRELATION),
        time(document, HAPPENED_AT),
        text(document, TRACEPARENT));
  }

  private static Progress progress(Document document) {
    return new Progress(
        State.valueOf(document.getString(STATE)),
        text(document, WHY),
        document.getInteger(ATTEMPTS),
        document.getInteger(ASKS),
        time(document, AT),
        time(document, DUE),
        text(document, REFERENCE),
        Optional.ofNullable(document.getDate(SENT_AT)).map(Date::toInstant));
  }

  private static Optional<String> text(Document document, String field) {
    return Optional.ofNullable(document.getString(field));
  }

  private static Instant time(Document document, String field) {
    return document.getDate(field).toInstant();
  }
}
