package io.cornershop;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of {@link Architecture} for what people are told. */
final class NotificationRows {

  private static final String ROOT = "notifications";
  private static final String MESSAGES = ROOT + ".messages";
  private static final String LEDGER = ROOT + ".ledger";
  private static final String DELIVERY = ROOT + ".delivery";

  private NotificationRows() {}

  /** Adds them to the others. */
  static void addTo(Map<String, Set<String>> rows) {
    rows.put(ROOT, Set.of("kernel"));
    rows.put(ROOT + ".domain", Set.of("kernel", ROOT));
    rows.put(MESSAGES, Set.of("kernel", ROOT));
    rows.put(ROOT + ".email", Set.of("kernel", ROOT, MESSAGES));
    rows.put(ROOT + ".templates", Set.of("kernel", ROOT, MESSAGES));
    rows.put(ROOT + ".recipients", Set.of("kernel", ROOT));
    rows.put(LEDGER, Set.of("kernel", "json", ROOT, MESSAGES, "eventing.events"));
    rows.put(DELIVERY, delivery());
    rows.merge(ROOT + ".api", api(), NotificationRows::union);
    rows.put(ROOT + ".reactions", reactions());
    rows.put(
        ROOT + ".views",
        Set.of(
            "kernel",
            "customers",
            ROOT,
            ROOT + ".recipients",
            "eventing.events",
            "eventing.projections",
            "eventing.projections.queries"));
  }

  private static Set<String> delivery() {
    return Set.of(
        "kernel",
        ROOT,
        MESSAGES,
        LEDGER,
        "eventing.commands",
        "eventing.timers",
        "eventing.events");
  }

  private static Set<String> reactions() {
    return Set.of(
        "kernel",
        "inventory",
        "orders",
        "payments",
        ROOT,
        MESSAGES,
        LEDGER,
        DELIVERY,
        ROOT + ".recipients",
        ROOT + ".templates",
        "eventing.consuming",
        "eventing.events",
        "eventing.store");
  }

  private static Set<String> api() {
    return Set.of("kernel", ROOT, MESSAGES, LEDGER, DELIVERY, "rest", "security", "eventing.api");
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
  }
}
