package io.cornershop.eventing.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.audit.AuditLog.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every audit log does. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class AuditLogContract {

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

  abstract AuditLog log();

  private static AuditEntry entry(String id, long second, Optional<String> reason) {
    return new AuditEntry(
        id,
        NOON.plusSeconds(second),
        "olga",
        "dead-letter.discard",
        "letter-1",
        "correlation-1",
        reason);
  }

  @Test
  void gives_back_what_was_recorded() {
    AuditLog log = log();
    AuditEntry entry = entry("a", 0, Optional.of("a test order"));
    log.record(entry);
    assertThat(log.latest(Optional.empty(), 10)).isEqualTo(List.of(entry));
  }

  @Test
  void gives_the_latest_first_page_by_page_with_or_without_a_reason() {
    AuditLog log = log();
    AuditEntry first = entry("b", 1, Optional.empty());
    AuditEntry second = entry("a", 2, Optional.empty());
    AuditEntry sameTime = entry("c", 2, Optional.empty());
    List.of(second, first, sameTime).forEach(log::record);
    assertThat(log.latest(Optional.empty(), 2)).isEqualTo(List.of(sameTime, second));
    assertThat(log.latest(Optional.of(new Place(sameTime.at(), "c")), 2))
        .isEqualTo(List.of(second, first));
    assertThat(log.latest(Optional.of(new Place(second.at(), "a")), 2)).isEqualTo(List.of(first));
  }

  @Test
  void keeps_the_first_of_two_entries_with_one_id() {
    AuditLog log = log();
    AuditEntry entry = entry("a", 0, Optional.empty());
    log.record(entry);
    log.record(entry("a", 5, Optional.of("again")));
    assertThat(log.latest(Optional.empty(), 10)).isEqualTo(List.of(entry));
  }
}
