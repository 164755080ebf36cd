package io.cornershop.eventing.store.mongo;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.store.EventIndex;
import io.cornershop.eventing.store.EventIndexContract;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.testing.EmbeddedMongo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoEventIndexTest extends EventIndexContract {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  private MongoDatabase database;
  private PositionLog log;

  @BeforeEach
  void openAnEmptyDatabase() {
    database = MONGO.freshDatabase();
    log = new MongoPositionLog(database, new StoreSetup(database, true));
  }

  @Override
  protected PositionLog log() {
    return log;
  }

  @Override
  protected EventIndex index() {
    return new MongoEventIndex(database, log);
  }
}
