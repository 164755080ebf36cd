package io.cornershop.security;

import java.util.Set;

/** What callers are to the shop; the names are the groups of their tokens. */
public final class Role {

  /** Own carts, orders and data. */
  public static final String CUSTOMER = "customer";

  /** Catalogue, stock, shipping, all orders. */
  public static final String STAFF = "staff";

  /** Projections, dead letters, processes, backups. */
  public static final String OPERATOR = "operator";

  /** Event store and audit, reading only. */
  public static final String AUDITOR = "auditor";

  /** Another system, which publishes events. */
  public static final String SERVICE = "service";

  /** All of them. */
  public static final Set<String> ALL = Set.of(CUSTOMER, STAFF, OPERATOR, AUDITOR, SERVICE);

  private Role() {}
}
