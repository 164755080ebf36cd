package io.cornershop.eventing.audit;

import io.cornershop.testing.EmbeddedMongo;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoAuditLogTest extends AuditLogContract {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  @Override
  AuditLog log() {
    return new MongoAuditLog(MONGO.freshDatabase());
  }
}
