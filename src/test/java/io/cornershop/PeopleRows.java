package io.cornershop;

import java.util.Map;
import java.util.Set;

/** The rows of {@link Architecture} for what is kept of people apart from events and views. */
final class PeopleRows {

  private static final String CLAIMS = "customers.claims";
  private static final String ERASURE = "customers.erasure";
  private static final String PRIVACY = "eventing.privacy";
  private static final String API = "customers.api";

  private PeopleRows() {}

  /** Adds them to the rows of the domains. */
  static void addTo(Map<String, Set<String>> rows) {
    rows.put(CLAIMS, Set.of("kernel"));
    rows.put(PRIVACY, Set.of("kernel", "eventing.events"));
    rows.put(
        ERASURE,
        Set.of(
            "kernel",
            "customers",
            CLAIMS,
            PRIVACY,
            "eventing.events",
            "eventing.commands",
            "eventing.consuming"));
    rows.merge(API, Set.of(CLAIMS, ERASURE, "eventing.api"), Rows::union);
  }
}
