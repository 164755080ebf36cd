package io.cornershop.bootstrap;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.audit.AuditLog;
import io.cornershop.eventing.audit.MongoAuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What operators need: a log of what they did. */
@ApplicationScoped
class Operators {

  @Produces
  @Singleton
  AuditLog auditLog(MongoDatabase database) {
    return new MongoAuditLog(database);
  }
}
