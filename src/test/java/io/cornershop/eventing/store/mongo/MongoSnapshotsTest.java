package io.cornershop.eventing.store.mongo;

import io.cornershop.eventing.store.Snapshots;
import io.cornershop.eventing.store.SnapshotsContract;
import io.cornershop.testing.EmbeddedMongo;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoSnapshotsTest extends SnapshotsContract {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  @Override
  protected Snapshots noSnapshots() {
    return new MongoSnapshots(MONGO.freshDatabase());
  }
}
