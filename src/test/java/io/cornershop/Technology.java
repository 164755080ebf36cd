package io.cornershop;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every technology with the packages that it consists of and the rows of {@link Architecture} that
 * may use it. A row stands for itself and what lies under it; {@code *.api} is the API of every
 * domain, and of notifications.
 */
enum Technology {
  JAVA(List.of("java", "javax.crypto", "javax.net"), List.of("*")),
  KAFKA(
      List.of("org.apache.kafka"),
      List.of("eventing.publishing", "eventing.consuming", "bootstrap", "launcher")),
  HTTP(
      List.of("jakarta.ws.rs", "jakarta.validation", "org.eclipse.microprofile.openapi"),
      List.of(
          "*.api",
          "notifications.api",
          "eventing.api",
          "payments.gateway.stripe",
          "notifications.sms",
          "outbound",
          "reporting",
          "timeline",
          "rest",
          "security",
          "observability")),
  /** What is asked of others over HTTP, and how long, how often and when not. */
  HTTP_CLIENT(
      List.of("org.eclipse.microprofile.rest.client", "org.eclipse.microprofile.faulttolerance"),
      List.of("outbound", "payments.gateway.stripe", "notifications.sms")),
  SERVLET(List.of("jakarta.servlet"), List.of("rest", "security", "eventing.api")),
  MONGODB(
      List.of("com.mongodb", "org.bson", "org.eclipse.jnosql", "jakarta.nosql"),
      List.of(
          "mongo",
          "eventing.store.mongo",
          "eventing.audit",
          "eventing.consuming.reports",
          "eventing.consuming.steering",
          "eventing.deadletters.mongo",
          "eventing.privacy",
          "eventing.projections",
          "eventing.sagas.views",
          "eventing.timers",
          "*.views",
          "payments.gateway.sandbox",
          "customers.claims",
          "notifications.ledger",
          "observability.levels",
          "reporting",
          "rest",
          "bootstrap")),
  /** The standard's words for a query: how many, behind what. No database behind them. */
  QUERIES(
      List.of("jakarta.data"), List.of("*.api", "*.views", "eventing.projections", "bootstrap")),
  JACKSON(
      List.of("tools.jackson", "com.fasterxml.jackson"),
      List.of(
          "json",
          "eventing.events",
          "eventing.api",
          "notifications.ledger",
          "payments.gateway.stripe",
          "notifications.sms",
          "notifications.push",
          "rest",
          "security",
          "launcher",
          "*.history")),
  SCHEMAS(List.of("com.networknt"), List.of("eventing.events")),
  UUIDS(List.of("com.fasterxml.uuid"), List.of("eventing.commands", "rest", "security")),
  TOKENS(
      List.of("org.eclipse.microprofile.jwt", "com.nimbusds", "jakarta.json"), List.of("security")),
  LOGIN_CONFIGURATION(List.of("org.eclipse.microprofile.auth"), List.of("rest")),
  TEMPLATES(List.of("freemarker"), List.of("notifications.templates")),
  MAIL(
      List.of("jakarta.mail", "org.eclipse.angus.mail"),
      List.of("notifications.email", "launcher")),
  ROW_SCAN(List.of("io.github.classgraph"), List.of("eventing.projections")),
  MESSAGING(
      List.of("org.eclipse.microprofile.reactive", "org.reactivestreams"),
      List.of("eventing.consuming")),
  HEALTH_AND_METRICS(
      List.of("org.eclipse.microprofile.health", "org.eclipse.microprofile.metrics"),
      List.of("observability")),
  SPANS(List.of("io.opentelemetry"), List.of("observability.traces", "bootstrap")),
  BEANS_AND_CONFIGURATION(
      List.of(
          "jakarta.enterprise",
          "jakarta.inject",
          "jakarta.annotation",
          "org.eclipse.microprofile.config"),
      List.of(
          "*.api",
          "notifications.api",
          "*.views",
          "eventing",
          "payments.gateway.stripe",
          "notifications.sms",
          "processes",
          "reporting",
          "timeline",
          "rest",
          "security",
          "observability",
          "bootstrap")),
  EMBEDDED_SERVERS(
      List.of(
          "kafka",
          "de.bwaldvogel",
          "org.h2",
          "io.netty",
          "org.subethamail",
          "com.sun.net.httpserver"),
      List.of("launcher"));

  private final List<String> packages;
  private final List<String> homes;

  Technology(List<String> packages, List<String> homes) {
    this.packages = packages;
    this.homes = homes;
  }

  boolean holds(JavaClass type) {
    return packages.stream().anyMatch(name -> isUnder(type.getPackageName(), name));
  }

  boolean isAtHomeIn(String row) {
    return homes.stream().anyMatch(home -> fits(row, home));
  }

  private static boolean fits(String row, String home) {
    if (home.startsWith("*.")) {
      return Stream.concat(DomainRows.DOMAINS.stream(), Stream.of("notifications"))
          .anyMatch(d -> row.equals(d + home.substring(1)));
    }
    return home.equals("*") || isUnder(row, home);
  }

  private static boolean isUnder(String name, String parent) {
    return name.equals(parent) || name.startsWith(parent + ".");
  }

  /** Homes that are no row: a home that was renamed away. */
  static List<String> homeless() {
    return Arrays.stream(values())
        .flatMap(t -> t.homes.stream().filter(home -> rows().noneMatch(row -> fits(row, home))))
        .toList();
  }

  private static Stream<String> rows() {
    return Architecture.ROWS.keySet().stream();
  }
}
