package io.cornershop.eventing.store.mongo;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.store.CommitFixtures;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.EventStoreContract;
import io.cornershop.testing.EmbeddedMongo;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoEventStoreTest extends EventStoreContract {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  @Override
  protected EventStore emptyStore() {
    MongoDatabase database = MONGO.freshDatabase();
    StoreSetup setup = new StoreSetup(database, true);
    return new MongoEventStore(database, setup, LIMITS, CommitFixtures.CLOCK, commit -> {});
  }
}
