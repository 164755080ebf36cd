package io.cornershop.eventing.deadletters.mongo;

import io.cornershop.eventing.deadletters.DeadLetters;
import io.cornershop.eventing.deadletters.DeadLettersContract;
import io.cornershop.testing.EmbeddedMongo;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoDeadLettersTest extends DeadLettersContract {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  @Override
  protected DeadLetters letters() {
    return new MongoDeadLetters(MONGO.freshDatabase());
  }
}
