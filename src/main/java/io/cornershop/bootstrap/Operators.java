package io.cornershop.bootstrap;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.audit.AuditLog;
import io.cornershop.eventing.audit.MongoAuditLog;
import io.cornershop.eventing.deadletters.DeadLetters;
import io.cornershop.eventing.deadletters.LetterDesk;
import io.cornershop.eventing.deadletters.mongo.MongoDeadLetters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What operators need: a log of what they did, and what waits for them. */
@ApplicationScoped
class Operators {

  @Produces
  @Singleton
  AuditLog auditLog(MongoDatabase database) {
    return new MongoAuditLog(database);
  }

  @Produces
  @Singleton
  DeadLetters deadLetters(MongoDatabase database) {
    return new MongoDeadLetters(database);
  }

  @Produces
  @Singleton
  LetterDesk letterDesk(DeadLetters letters) {
    return new LetterDesk(letters);
  }
}
