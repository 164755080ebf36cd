package io.cornershop;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which package may know which, and where each technology is at home. An allow-list: what is not
 * named here is forbidden, so a new package needs a new row and a new library a new home. A row is
 * changed on purpose, in the commit that needs it.
 *
 * <p>Traps that make such a rule pass for nothing, and what is done about them:
 *
 * <ul>
 *   <li>A deny rule whose target package does not exist passes silently, and ArchUnit's
 *       failOnEmptyShould protects only the that() side. Hence an allow-list, and the check that
 *       every package a row names exists.
 *   <li>onlyBeAccessed() does not see the type of a field or parameter. Hence whole dependencies.
 *   <li>Compile-time constants are inlined: a static final String of another domain leaves no trace
 *       in the bytecode. Never share constants across domains.
 *   <li>A rule that cannot turn red is no rule. Hence the planted violations under archfixtures;
 *       whoever edits the table extends them, or breaks the rule once by hand.
 * </ul>
 *
 * @param root the package under which the rows lie
 */
record Architecture(String root, JavaClasses classes) {

  Architecture {
    classes = classes.that(not(simpleName("package-info")));
  }

  static final List<String> DOMAINS =
      List.of("carts", "catalogue", "customers", "inventory", "orders", "payments");

  /** What outsiders tell: a contract and what it adds up to, nothing to ask for. */
  private static final List<String> TOLD = List.of("shipments");

  private static final String EVERYTHING = "everything";

  /** Package, and what it may know besides itself, java and the technologies at home there. */
  static final Map<String, Set<String>> ROWS = rows();

  private static Map<String, Set<String>> rows() {
    Map<String, Set<String>> rows = new TreeMap<>();
    rows.put("kernel", Set.of());
    rows.put("json", Set.of("kernel"));
    DOMAINS.forEach(domain -> rows.putAll(domainRows(domain)));
    TOLD.forEach(domain -> rows.putAll(toldRows(domain)));
    PeopleRows.addTo(rows);
    NotificationRows.addTo(rows);
    rows.put("catalogue.history", Set.of("kernel", "eventing.events"));
    rows.put("reporting", union(contracts(), union(forReadModels(), Set.of("rest", "security"))));
    Set<String> past = Set.of("kernel", "eventing.events", "eventing.store", "eventing.sagas");
    rows.put("timeline", union(union(contracts(), Set.of("rest", "security")), past));
    rows.putAll(gatewayRows());
    // the provider's own door, for what it tells unasked
    rows.merge(
        "payments.api", Set.of("payments.gateway", "payments.gateway.stripe"), Architecture::union);
    rows.putAll(engineRows());
    rows.put("eventing.publishing.topics", Set.of("kernel", "eventing.events", "eventing.store"));
    rows.putAll(operatorRows());
    rows.putAll(consumingRows());
    rows.putAll(rebuildRows());
    rows.put("eventing.projections.queries", Set.of("eventing.projections"));
    rows.putAll(engineApiRows());
    Set<String> reacting = Set.of("kernel", "eventing.events", "eventing.sagas", "eventing.alarms");
    rows.put("processes", union(reacting, contracts()));
    rows.put("security", Set.of("kernel", "json"));
    rows.put("rest", Set.of("kernel", "json", "security"));
    ObservingRows.addTo(rows, engine());
    rows.put("bootstrap", Set.of(EVERYTHING));
    rows.put("launcher", Set.of());
    AdapterRows.addTo(rows);
    return rows;
  }

  /** The engine over HTTP: what all of it has in common, and a package for each thing. */
  private static Map<String, Set<String>> engineApiRows() {
    String api = "eventing.api";
    Set<String> common = union(Set.of("kernel", "json", "rest", "security"), engine());
    Map<String, Set<String>> rows = new TreeMap<>();
    rows.put(api, common);
    rows.put(api + ".audit", common);
    Stream.of("consumers", "feed", "projections", "deadletters", "sagas", "external")
        .forEach(thing -> rows.put(api + "." + thing, union(Set.of(api), common)));
    return rows;
  }

  /** The root of a domain's package is its contract: commands and events, for others to know. */
  private static Map<String, Set<String>> domainRows(String domain) {
    String views = domain + ".views";
    return Map.of(
        domain,
        Set.of("kernel"),
        domain + ".domain",
        Set.of("kernel", domain),
        views,
        union(contracts(), forReadModels()),
        domain + ".api",
        union(
            Set.of("kernel", domain, views, "rest", "security"),
            Set.of("eventing.commands", "eventing.projections")));
  }

  /** Where payments meet their provider; an adapter knows the port and nothing of the engine. */
  private static Map<String, Set<String>> gatewayRows() {
    String gateway = "payments.gateway";
    Set<String> language = Set.of("kernel", "payments");
    return Map.of(
        gateway,
        union(
            language,
            Set.of("eventing.events", "eventing.store", "eventing.commands", "eventing.consuming")),
        gateway + ".sandbox",
        union(language, Set.of(gateway)),
        gateway + ".stripe",
        union(language, Set.of("json", gateway)));
  }

  private static Set<String> forReadModels() {
    String projections = "eventing.projections";
    return Set.of("kernel", "eventing.events", projections, projections + ".queries");
  }

  private static Map<String, Set<String>> toldRows(String domain) {
    return Map.of(domain, Set.of("kernel"), domain + ".domain", Set.of("kernel", domain));
  }

  private static Map<String, Set<String>> engineRows() {
    String events = "eventing.events";
    String store = "eventing.store";
    String commands = "eventing.commands";
    String consuming = "eventing.consuming";
    return Map.of(
        events,
        Set.of("kernel", "json"),
        store,
        Set.of("kernel", events),
        store + ".mongo",
        Set.of("kernel", events, store),
        store + ".verification",
        Set.of("kernel", events, store),
        commands,
        Set.of("kernel", events, store),
        "eventing.publishing.letters",
        Set.of("kernel", "eventing.deadletters", "eventing.publishing.topics"),
        "eventing.publishing",
        Set.of("kernel", events, store, "eventing.publishing.topics"),
        consuming,
        Set.of("kernel", events),
        "eventing.projections",
        Set.of("kernel", events, store, consuming),
        "eventing.sagas",
        Set.of("kernel", events, store, commands, consuming, "eventing.timers"));
  }

  /** What operators do, and what is held for them. */
  private static Map<String, Set<String>> operatorRows() {
    String deadLetters = "eventing.deadletters";
    return Map.of(
        "eventing.audit",
        Set.of("kernel"),
        "eventing.timers",
        Set.of("kernel"),
        "eventing.alarms",
        Set.of(
            "kernel",
            "eventing.events",
            "eventing.commands",
            "eventing.consuming",
            "eventing.timers"),
        deadLetters,
        Set.of("kernel", "eventing.events", "eventing.store"),
        deadLetters + ".mongo",
        Set.of("kernel", deadLetters),
        "eventing.sagas.views",
        union(forReadModels(), Set.of("eventing.sagas")));
  }

  /** What the connector is made of; a part may know those before it, as far as its row says. */
  private static Map<String, Set<String>> consumingRows() {
    String consuming = "eventing.consuming";
    String lanes = consuming + ".lanes";
    String held = consuming + ".held";
    String health = consuming + ".health";
    String history = consuming + ".history";
    String steering = consuming + ".steering";
    String partitions = consuming + ".partitions";
    String reports = consuming + ".reports";
    String polling = consuming + ".polling";
    String handling = consuming + ".handling";
    Set<String> events = Set.of("kernel", "eventing.events");
    Set<String> letters = union(events, Set.of("eventing.deadletters", consuming));
    Set<String> reading = union(letters, Set.of(lanes, history, steering));
    Map<String, Set<String>> rows = new TreeMap<>();
    rows.put(lanes, Set.of());
    rows.put(held, union(letters, Set.of(lanes)));
    rows.put(health, union(events, Set.of(consuming, held)));
    rows.put(history, union(events, Set.of("eventing.store")));
    rows.put(steering, Set.of("kernel"));
    rows.put(reports, Set.of("kernel", consuming));
    rows.put(partitions, reading);
    rows.put(polling, union(reading, Set.of(health, partitions)));
    rows.put(handling, union(letters, Set.of(lanes, held, partitions)));
    rows.put(consuming + ".channels", union(letters, rows.keySet()));
    return rows;
  }

  /** What a view with several versions needs. */
  private static Map<String, Set<String>> rebuildRows() {
    String projections = "eventing.projections";
    String versions = projections + ".versions";
    return Map.of(
        versions,
        Set.of("kernel", projections),
        projections + ".rebuild",
        Set.of("kernel", "eventing.events", "eventing.store", projections, versions));
  }

  private static Set<String> contracts() {
    return union(Set.copyOf(DOMAINS), Set.copyOf(TOLD));
  }

  private static Set<String> engine() {
    return Stream.of(engineRows(), operatorRows(), consumingRows(), rebuildRows())
        .flatMap(rows -> rows.keySet().stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
  }

  /** The row of a class: the longest that its package lies under; a contract has no packages. */
  Optional<String> rowOf(JavaClass type) {
    return ROWS.keySet().stream()
        .filter(row -> isIn(type, row))
        .max(Comparator.comparingInt(String::length));
  }

  private boolean isIn(JavaClass type, String row) {
    String name = root + "." + row;
    return type.getPackageName().equals(name)
        || !contracts().contains(row) && type.getPackageName().startsWith(name + ".");
  }

  /** Packages with classes that no row names. */
  Set<String> unlistedPackages() {
    return classes.stream()
        .filter(type -> rowOf(type).isEmpty())
        .map(JavaClass::getPackageName)
        .collect(Collectors.toSet());
  }

  /** Rows without a single class. */
  Set<String> emptyRows() {
    Set<String> used =
        classes.stream().map(this::rowOf).flatMap(Optional::stream).collect(Collectors.toSet());
    return ROWS.keySet().stream().filter(row -> !used.contains(row)).collect(Collectors.toSet());
  }

  /** What breaks the row of {@code type}, one sentence each. */
  List<String> violationsOf(JavaClass type) {
    return rowOf(type).stream()
        .filter(row -> !ROWS.get(row).contains(EVERYTHING))
        .flatMap(row -> violationsOf(type, row))
        .distinct()
        .sorted()
        .toList();
  }

  private Stream<String> violationsOf(JavaClass type, String row) {
    return type.getDirectDependenciesFromSelf().stream()
        .map(Dependency::getTargetClass)
        .map(JavaClass::getBaseComponentType)
        .filter(target -> !target.isPrimitive() && !mayKnow(row, target))
        .map(target -> type.getName() + " may not know " + target.getName());
  }

  private boolean mayKnow(String row, JavaClass target) {
    if (target.getPackageName().equals(root) || target.getPackageName().startsWith(root + ".")) {
      return rowOf(target).filter(r -> r.equals(row) || ROWS.get(row).contains(r)).isPresent();
    }
    return Arrays.stream(Technology.values()).anyMatch(t -> t.holds(target) && t.isAtHomeIn(row));
  }
}
