package io.cornershop.eventing.store.mongo;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.store.CommitFixtures;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.EventStoreRacesContract;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.testing.EmbeddedMongo;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoEventStoreRacesTest extends EventStoreRacesContract {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  @Override
  protected EventStore emptyStore() {
    MongoDatabase database = MONGO.freshDatabase();
    StoreSetup setup = new StoreSetup(database, false);
    return new MongoEventStore(
        database, setup, StoreLimits.USUAL, CommitFixtures.CLOCK, commit -> {});
  }
}
