package io.cornershop;

import static io.cornershop.Rows.union;

import java.util.Map;
import java.util.Set;

/** The rows of {@link Architecture} for what operators see from outside. */
final class ObservingRows {

  private static final String ROOT = "observability";

  private ObservingRows() {}

  /** Adds them to the others. */
  static void addTo(Map<String, Set<String>> rows) {
    Set<String> engine = EngineRows.watched();
    rows.put(ROOT, union(engine, Set.of("kernel", "rest")));
    rows.put(ROOT + ".metrics", union(engine, NotificationRows.COUNTED));
    rows.put(ROOT + ".logs", Set.of("kernel"));
    rows.put(ROOT + ".levels", Set.of("kernel", "rest", "security", "eventing.api"));
    Set<String> asking = Set.of("payments", "payments.gateway", "outbound");
    rows.put(ROOT + ".traces", union(engine, union(NotificationRows.COUNTED, asking)));
  }
}
