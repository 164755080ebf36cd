package io.cornershop.eventing.store;

import com.mongodb.client.MongoDatabase;
import io.cornershop.testing.EmbeddedMongo;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoPositionLogTest extends PositionLogContract {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  private MongoDatabase database;

  @Override
  PositionLog emptyLog() {
    database = MONGO.freshDatabase();
    return sameLogElsewhere();
  }

  @Override
  PositionLog sameLogElsewhere() {
    return new MongoPositionLog(database, new StoreSetup(database, false));
  }
}
