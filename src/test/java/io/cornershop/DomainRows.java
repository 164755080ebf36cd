package io.cornershop;

import static io.cornershop.Rows.union;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of {@link Architecture} for the business, and for what spans several domains. */
final class DomainRows {

  static final List<String> DOMAINS =
      List.of("carts", "catalogue", "customers", "inventory", "orders", "payments");

  /** What outsiders tell: a contract and what it adds up to, nothing to ask for. */
  private static final List<String> TOLD = List.of("shipments");

  /** What everybody may know of the business. */
  static final Set<String> CONTRACTS = union(Set.copyOf(DOMAINS), Set.copyOf(TOLD));

  private DomainRows() {}

  /** Adds them to the others. */
  static void addTo(Map<String, Set<String>> rows) {
    DOMAINS.forEach(domain -> rows.putAll(domainRows(domain)));
    TOLD.forEach(domain -> rows.putAll(toldRows(domain)));
    rows.put("catalogue.history", Set.of("kernel", "eventing.events"));
    rows.putAll(gatewayRows());
    // the provider's own door, for what it tells unasked
    rows.merge("payments.api", Set.of("payments.gateway", "payments.gateway.stripe"), Rows::union);
    Set<String> http = Set.of("rest", "security");
    rows.put("reporting", union(CONTRACTS, union(EngineRows.FOR_READ_MODELS, http)));
    Set<String> past = Set.of("kernel", "eventing.events", "eventing.store", "eventing.sagas");
    rows.put("timeline", union(union(CONTRACTS, http), past));
    Set<String> reacting = Set.of("kernel", "eventing.events", "eventing.sagas", "eventing.alarms");
    rows.put("processes", union(reacting, CONTRACTS));
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
        union(CONTRACTS, EngineRows.FOR_READ_MODELS),
        domain + ".api",
        union(
            Set.of("kernel", domain, views, "rest", "security"),
            Set.of("eventing.commands", "eventing.projections")));
  }

  private static Map<String, Set<String>> toldRows(String domain) {
    return Map.of(domain, Set.of("kernel"), domain + ".domain", Set.of("kernel", domain));
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
}
