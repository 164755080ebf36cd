package io.cornershop.eventing.consuming.steering;

import io.cornershop.testing.EmbeddedMongo;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoWishesTest extends WishesContract {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  @Override
  Wishes create() {
    return new MongoWishes(MONGO.freshDatabase());
  }
}
