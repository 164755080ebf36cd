package io.cornershop.eventing.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the entries as long as the test lasts. */
public final class InMemoryAuditLog implements AuditLog {

  private static final Comparator<AuditEntry> LATEST_FIRST =
      Comparator.comparing(AuditEntry::at).thenComparing(AuditEntry::id).reversed();

  private final Map<String, AuditEntry> entries = new ConcurrentHashMap<>();

  @Override
  public void record(AuditEntry entry) {
    entries.putIfAbsent(entry.id(), entry);
  }

  @Override
  public List<AuditEntry> latest(Optional<Place> after, int limit) {
    return entries.values().stream()
        .filter(entry -> after.map(place -> isBehind(entry, place)).orElse(true))
        .sorted(LATEST_FIRST)
        .limit(limit)
        .toList();
  }

  private static boolean isBehind(AuditEntry entry, Place place) {
    int time = entry.at().compareTo(place.at());
    return time < 0 || time == 0 && entry.id().compareTo(place.id()) < 0;
  }
}
