package io.cornershop.eventing.timers;

import io.cornershop.testing.EmbeddedMongo;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoTimersTest extends TimersContract {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  @Override
  TimerStore create() {
    return new MongoTimers(MONGO.freshDatabase());
  }
}
