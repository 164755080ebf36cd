package io.cornershop;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The rows of {@link Architecture} for what operators see from outside. */
final class ObservingRows {

  private static final String ROOT = "observability";

  private ObservingRows() {}

  /** Adds them to the others. */
  static void addTo(Map<String, Set<String>> rows, Set<String> engine) {
    rows.put(ROOT, with(engine, Set.of("kernel", "rest")));
    rows.put(ROOT + ".metrics", with(engine, NotificationRows.COUNTED));
    rows.put(ROOT + ".logs", Set.of("kernel"));
    rows.put(ROOT + ".levels", Set.of("kernel", "rest", "security", "eventing.api"));
    Set<String> paying = Set.of("payments", "payments.gateway");
    rows.put(ROOT + ".traces", with(engine, with(NotificationRows.COUNTED, paying)));
  }

  private static Set<String> with(Set<String> some, Set<String> others) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }
}
