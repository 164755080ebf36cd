package io.cornershop.eventing.audit;

class InMemoryAuditLogTest extends AuditLogContract {

  @Override
  AuditLog log() {
    return new InMemoryAuditLog();
  }
}
