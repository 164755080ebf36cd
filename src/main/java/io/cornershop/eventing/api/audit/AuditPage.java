package io.cornershop.eventing.api.audit;

import io.cornershop.eventing.audit.AuditEntry;
import java.util.List;
import java.util.Optional;

/** Describes a page of what operators have asked for to callers. */
record AuditPage(List<AuditEntry> items, Optional<String> next) {}
