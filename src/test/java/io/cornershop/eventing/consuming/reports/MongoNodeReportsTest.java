package io.cornershop.eventing.consuming.reports;

import io.cornershop.testing.EmbeddedMongo;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoNodeReportsTest extends NodeReportsContract {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  @Override
  NodeReports create() {
    return new MongoNodeReports(MONGO.freshDatabase());
  }
}
