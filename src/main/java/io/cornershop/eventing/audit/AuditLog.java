package io.cornershop.eventing.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What operators have asked for. Implementations are thread-safe, and throw {@link
 * io.cornershop.kernel.Unavailable} when the database does not answer.
 */
public interface AuditLog {

  /** The place of an entry in the list. */
  record Place(Instant at, String id) {}

  /** Keeps an entry, durably; one whose id is known changes nothing. */
  void record(AuditEntry entry);

  /**
   * Up to {@code limit} entries, the latest first, by time and then by id.
   *
   * @param after where to go on: only entries behind it in this order
   */
  List<AuditEntry> latest(Optional<Place> after, int limit);
}
