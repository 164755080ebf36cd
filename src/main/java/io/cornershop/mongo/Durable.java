package io.cornershop.mongo;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoDatabase;

/**
 * A database whose writes are acknowledged when a majority has them in its journal, and whose reads
 * see only such writes: what was once read is never taken back.
 */
public final class Durable {

  private Durable() {}

  /** The same database, used so. Thread-safe, as the driver's are. */
  public static MongoDatabase database(MongoDatabase database) {
    return database
        .withReadConcern(ReadConcern.MAJORITY)
        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
  }
}
