package io.cornershop.eventing.projections.versions;

import io.cornershop.testing.EmbeddedMongo;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoRowVersionsTest extends RowVersionsContract {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  @Override
  RowVersions emptyVersions() {
    return new MongoRowVersions(MONGO.freshDatabase());
  }
}
