package io.cornershop.eventing.store.mongo;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.PositionLogContract;
import io.cornershop.testing.EmbeddedMongo;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoPositionLogTest extends PositionLogContract {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  private MongoDatabase database;

  @Override
  protected PositionLog emptyLog() {
    database = MONGO.freshDatabase();
    return sameLogElsewhere();
  }

  @Override
  protected PositionLog sameLogElsewhere() {
    return new MongoPositionLog(database, new StoreSetup(database, false));
  }
}
