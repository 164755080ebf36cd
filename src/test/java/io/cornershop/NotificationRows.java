package io.cornershop;

import java.util.Map;
import java.util.Set;

/** The rows of {@link Architecture} for what people are told. */
final class NotificationRows {

  private static final String ROOT = "notifications";
  private static final String MESSAGES = ROOT + ".messages";
  private static final String LEDGER = ROOT + ".ledger";
  private static final String DELIVERY = ROOT + ".delivery";
  private static final String PUSH = ROOT + ".push";

  /** What is counted besides the engine's work. */
  static final Set<String> COUNTED = Set.of("kernel", ROOT, MESSAGES, LEDGER, DELIVERY);

  private NotificationRows() {}

  /** Adds them to the others. */
  static void addTo(Map<String, Set<String>> rows) {
    rows.put(ROOT, Set.of("kernel"));
    rows.put(ROOT + ".domain", Set.of("kernel", ROOT));
    rows.put(MESSAGES, Set.of("kernel", ROOT));
    rows.put(ROOT + ".email", Set.of("kernel", ROOT, MESSAGES));
    rows.put(ROOT + ".templates", Set.of("kernel", ROOT, MESSAGES));
    rows.put(ROOT + ".recipients", Set.of("kernel", ROOT));
    rows.put(ROOT + ".sms", Set.of("kernel", "json", ROOT, MESSAGES, ROOT + ".recipients"));
    rows.put(ROOT + ".unsubscribe", Set.of("kernel", ROOT));
    rows.put(
        ROOT + ".api.templates",
        Set.of("kernel", ROOT, MESSAGES, ROOT + ".templates", "rest", "security"));
    rows.put(
        ROOT + ".api.unsubscribe",
        Set.of(
            "kernel",
            ROOT,
            ROOT + ".unsubscribe",
            ROOT + ".views",
            "eventing.commands",
            "rest",
            "security"));
    rows.put(LEDGER, Set.of("kernel", "json", ROOT, MESSAGES, "eventing.events"));
    rows.put(DELIVERY, delivery());
    rows.put(ROOT + ".api", api());
    rows.put(ROOT + ".reactions", reactions());
    rows.put(PUSH, Set.of("kernel", "json", ROOT, MESSAGES, "outbound"));
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
        "customers",
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
    return Set.of(
        "kernel",
        ROOT,
        MESSAGES,
        LEDGER,
        DELIVERY,
        PUSH,
        ROOT + ".views",
        "rest",
        "security",
        "eventing.api",
        "eventing.commands");
  }
}
