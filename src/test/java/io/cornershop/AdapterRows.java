package io.cornershop;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The rows of {@link Architecture} for what all adapters to one technology do alike. Whoever may
 * use the technology may know it.
 */
final class AdapterRows {

  private static final Map<String, Technology> SHARED =
      Map.of("mongo", Technology.MONGODB, "outbound", Technology.HTTP_CLIENT);

  private AdapterRows() {}

  /** Adds them, and what the others may know of them. */
  static void addTo(Map<String, Set<String>> rows) {
    rows.replaceAll(AdapterRows::withShared);
    rows.put("mongo", Set.of("kernel"));
    rows.put("outbound", Set.of());
  }

  private static Set<String> withShared(String row, Set<String> known) {
    Set<String> more = new HashSet<>(known);
    SHARED.forEach(
        (adapters, technology) -> {
          if (technology.isAtHomeIn(row)) {
            more.add(adapters);
          }
        });
    return more;
  }
}
