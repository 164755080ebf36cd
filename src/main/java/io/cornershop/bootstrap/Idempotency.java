package io.cornershop.bootstrap;

import com.mongodb.client.MongoDatabase;
import io.cornershop.rest.idempotency.AnsweredRequests;
import io.cornershop.rest.idempotency.MongoAnsweredRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What was answered under idempotency keys is kept in the database. */
@ApplicationScoped
class Idempotency {

  @Produces
  @Singleton
  AnsweredRequests answeredRequests(MongoDatabase database, Clock clock) {
    return new MongoAnsweredRequests(database, clock);
  }
}
