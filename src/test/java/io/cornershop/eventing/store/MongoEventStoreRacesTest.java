package io.cornershop.eventing.store;

import com.mongodb.client.MongoDatabase;
import io.cornershop.testing.EmbeddedMongo;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoEventStoreRacesTest extends EventStoreRacesContract {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  @Override
  EventStore emptyStore() {
    MongoDatabase database = MONGO.freshDatabase();
    StoreSetup setup = new StoreSetup(database, false);
    return new MongoEventStore(
        database, setup, StoreLimits.USUAL, CommitFixtures.CLOCK, commit -> {});
  }
}
