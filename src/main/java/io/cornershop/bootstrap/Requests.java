package io.cornershop.bootstrap;

import com.mongodb.client.MongoDatabase;
import io.cornershop.rest.idempotency.MongoAnsweredRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The memory of answered requests. */
@ApplicationScoped
class Requests {

  @Produces
  @Singleton
  MongoAnsweredRequests answeredRequests(MongoDatabase database, Clock clock) {
    return new MongoAnsweredRequests(database, clock);
  }
}
