package io.cornershop.bootstrap;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.audit.AuditLog;
import io.cornershop.eventing.audit.MongoAuditLog;
import io.cornershop.eventing.deadletters.DeadLetters;
import io.cornershop.eventing.deadletters.LetterDesk;
import io.cornershop.eventing.deadletters.LetterOffice;
import io.cornershop.eventing.deadletters.LetterPayloads;
import io.cornershop.eventing.deadletters.StoredEvents;
import io.cornershop.eventing.deadletters.mongo.MongoDeadLetters;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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
  LetterOffice letterOffice(
      DeadLetters letters,
      EventStore store,
      PositionLog log,
      @ConfigProperty(name = "cornershop.deadletters.retention", defaultValue = "P90D")
          Duration retention) {
    return new LetterOffice(letters, new StoredEvents(store, log), retention);
  }

  @Produces
  @Singleton
  LetterPayloads letterPayloads(LetterOffice office) {
    return office.payloads();
  }

  @Produces
  @Singleton
  LetterDesk letterDesk(DeadLetters letters, Clock clock) {
    return new LetterDesk(letters, clock);
  }
}
