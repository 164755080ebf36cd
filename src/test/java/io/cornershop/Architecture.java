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

  private static final String EVERYTHING = "everything";

  /** Package, and what it may know besides itself, java and the technologies at home there. */
  static final Map<String, Set<String>> ROWS = rows();

  private static Map<String, Set<String>> rows() {
    Map<String, Set<String>> rows = new TreeMap<>();
    rows.put("kernel", Set.of());
    rows.put("json", Set.of("kernel"));
    rows.put("security", Set.of("kernel", "json"));
    rows.put("rest", Set.of("kernel", "json", "security"));
    DomainRows.addTo(rows);
    PeopleRows.addTo(rows);
    NotificationRows.addTo(rows);
    EngineRows.addTo(rows);
    ObservingRows.addTo(rows);
    rows.put("bootstrap", Set.of(EVERYTHING));
    rows.put("launcher", Set.of());
    AdapterRows.addTo(rows);
    return rows;
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
        || !DomainRows.CONTRACTS.contains(row) && type.getPackageName().startsWith(name + ".");
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
