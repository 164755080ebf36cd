package io.cornershop.eventing.store.mongo;

import io.cornershop.eventing.store.PositionLog.Entry;
import org.bson.Document;

/** Entries of the position log as documents. */
final class EntryDocuments {

  static final String NUMBER = "_id";
  static final String COMMIT = "commit";

  private EntryDocuments() {}

  static Document write(Entry entry) {
    return new Document(NUMBER, entry.number())
        .append(COMMIT, entry.commitId())
        .append("hash", entry.hash())
        .append("chainHash", entry.chainHash());
  }

  static Entry read(Document document) {
    return new Entry(
        document.getLong(NUMBER),
        document.getString(COMMIT),
        document.getString("hash"),
        document.getString("chainHash"));
  }
}
