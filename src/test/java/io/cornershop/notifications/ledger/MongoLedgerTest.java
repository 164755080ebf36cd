package io.cornershop.notifications.ledger;

import io.cornershop.testing.EmbeddedMongo;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoLedgerTest extends LedgerContract {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  @Override
  Ledger empty() {
    return new MongoLedger(MONGO.freshDatabase());
  }
}
