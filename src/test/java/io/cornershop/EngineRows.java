package io.cornershop;

import static io.cornershop.Rows.union;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of {@link Architecture} for the engine, which never hears a business word. */
final class EngineRows {

  private static final String EVENTS = "eventing.events";
  private static final String STORE = "eventing.store";
  private static final String COMMANDS = "eventing.commands";
  private static final String CONSUMING = "eventing.consuming";
  private static final String PROJECTIONS = "eventing.projections";
  private static final String QUERIES = PROJECTIONS + ".queries";
  private static final String TOPICS = "eventing.publishing.topics";

  /** What makes a read model of events, and finds it again. */
  static final Set<String> FOR_READ_MODELS = Set.of("kernel", EVENTS, PROJECTIONS, QUERIES);

  private EngineRows() {}

  /** Adds them to the others. */
  static void addTo(Map<String, Set<String>> rows) {
    rows.putAll(stages());
    rows.putAll(operating());
    rows.putAll(consuming());
    rows.putAll(rebuilding());
    rows.putAll(api());
    rows.put(TOPICS, Set.of("kernel", EVENTS, STORE));
    rows.put(QUERIES, Set.of(PROJECTIONS));
  }

  /** What those may know who show the engine, or watch it. */
  static Set<String> watched() {
    return Stream.of(stages(), operating(), consuming(), rebuilding())
        .flatMap(rows -> rows.keySet().stream())
        .collect(Collectors.toSet());
  }

  /** The stages of an event's way. */
  private static Map<String, Set<String>> stages() {
    return Map.of(
        EVENTS,
        Set.of("kernel", "json"),
        STORE,
        Set.of("kernel", EVENTS),
        STORE + ".mongo",
        Set.of("kernel", EVENTS, STORE),
        STORE + ".verification",
        Set.of("kernel", EVENTS, STORE),
        COMMANDS,
        Set.of("kernel", EVENTS, STORE),
        "eventing.publishing.letters",
        Set.of("kernel", "eventing.deadletters", TOPICS),
        "eventing.publishing",
        Set.of("kernel", EVENTS, STORE, TOPICS),
        CONSUMING,
        Set.of("kernel", EVENTS),
        PROJECTIONS,
        Set.of("kernel", EVENTS, STORE, CONSUMING),
        "eventing.sagas",
        Set.of("kernel", EVENTS, STORE, COMMANDS, CONSUMING, "eventing.timers"));
  }

  /** What operators do, and what is held for them. */
  private static Map<String, Set<String>> operating() {
    String deadLetters = "eventing.deadletters";
    return Map.of(
        "eventing.audit",
        Set.of("kernel"),
        "eventing.timers",
        Set.of("kernel"),
        "eventing.alarms",
        Set.of("kernel", EVENTS, COMMANDS, CONSUMING, "eventing.timers"),
        deadLetters,
        Set.of("kernel", EVENTS, STORE),
        deadLetters + ".mongo",
        Set.of("kernel", deadLetters),
        "eventing.sagas.views",
        union(FOR_READ_MODELS, Set.of("eventing.sagas")));
  }

  /** What the connector is made of; a part may know those before it, as far as its row says. */
  private static Map<String, Set<String>> consuming() {
    String lanes = CONSUMING + ".lanes";
    String held = CONSUMING + ".held";
    String health = CONSUMING + ".health";
    String history = CONSUMING + ".history";
    String steering = CONSUMING + ".steering";
    String partitions = CONSUMING + ".partitions";
    String reports = CONSUMING + ".reports";
    String polling = CONSUMING + ".polling";
    String handling = CONSUMING + ".handling";
    Set<String> events = Set.of("kernel", EVENTS);
    Set<String> letters = union(events, Set.of("eventing.deadletters", CONSUMING));
    Set<String> reading = union(letters, Set.of(lanes, history, steering));
    Map<String, Set<String>> rows = new TreeMap<>();
    rows.put(lanes, Set.of());
    rows.put(held, union(letters, Set.of(lanes)));
    rows.put(health, union(events, Set.of(CONSUMING, held)));
    rows.put(history, union(events, Set.of(STORE)));
    rows.put(steering, Set.of("kernel"));
    rows.put(reports, Set.of("kernel", CONSUMING));
    rows.put(partitions, reading);
    rows.put(polling, union(reading, Set.of(health, partitions)));
    rows.put(handling, union(letters, Set.of(lanes, held, partitions)));
    rows.put(CONSUMING + ".channels", union(letters, rows.keySet()));
    return rows;
  }

  /** What a view with several versions needs. */
  private static Map<String, Set<String>> rebuilding() {
    String versions = PROJECTIONS + ".versions";
    return Map.of(
        versions,
        Set.of("kernel", PROJECTIONS),
        PROJECTIONS + ".rebuild",
        Set.of("kernel", EVENTS, STORE, PROJECTIONS, versions));
  }

  /** The engine over HTTP: what all of it has in common, and a package for each thing. */
  private static Map<String, Set<String>> api() {
    String api = "eventing.api";
    Set<String> common = union(Set.of("kernel", "json", "rest", "security"), watched());
    Map<String, Set<String>> rows = new TreeMap<>();
    rows.put(api, common);
    rows.put(api + ".audit", common);
    Stream.of("consumers", "feed", "projections", "deadletters", "sagas", "external")
        .forEach(thing -> rows.put(api + "." + thing, union(Set.of(api), common)));
    return rows;
  }
}
