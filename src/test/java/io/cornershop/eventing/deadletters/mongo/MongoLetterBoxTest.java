package io.cornershop.eventing.deadletters.mongo;

import io.cornershop.eventing.deadletters.DeadLetters;
import io.cornershop.eventing.deadletters.LetterBoxContract;
import io.cornershop.testing.EmbeddedMongo;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoLetterBoxTest extends LetterBoxContract {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  @Override
  protected DeadLetters letters() {
    return new MongoDeadLetters(MONGO.freshDatabase());
  }
}
