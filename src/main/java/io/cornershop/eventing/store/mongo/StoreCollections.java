package io.cornershop.eventing.store.mongo;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.bson.RawBsonDocument;

/**
 * The collections of the store. What is written is durable on a majority when a call returns, and
 * what is read can never be rolled back.
 */
record StoreCollections(MongoDatabase database) {

  static final String COMMITS = "commits";
  static final String POSITIONS = "positions";

  StoreCollections {
    database =
        database
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
            .withReadConcern(ReadConcern.MAJORITY)
            .withReadPreference(ReadPreference.primary());
  }

  MongoCollection<Document> commits() {
    return named(COMMITS);
  }

  MongoCollection<RawBsonDocument> encodedCommits() {
    return database.getCollection(COMMITS, RawBsonDocument.class);
  }

  MongoCollection<Document> positions() {
    return named(POSITIONS);
  }

  MongoCollection<Document> marks() {
    return named("marks");
  }

  MongoCollection<Document> store() {
    return named("store");
  }

  MongoCollection<Document> named(String collection) {
    return database.getCollection(collection);
  }
}
