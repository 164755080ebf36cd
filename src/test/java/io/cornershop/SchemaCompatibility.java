package io.cornershop;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Whether the schema of a released version of an event may become another. Only one change is
 * harmless for both sides, for new code that reads old events and for old code that reads new ones:
 * an optional field more. Words for people may change too. Pure.
 */
final class SchemaCompatibility {

  private static final Set<String> FOR_PEOPLE =
      Set.of("title", "description", "examples", "$comment", "x-personal-data");
  private static final Set<String> STRUCTURE = Set.of("properties", "required", "items");

  private final List<String> findings = new ArrayList<>();

  private SchemaCompatibility() {}

  /** What is incompatible between the two, one sentence each; empty when nothing is. */
  static List<String> findings(JsonNode released, JsonNode present) {
    SchemaCompatibility comparison = new SchemaCompatibility();
    comparison.compare("data", released, present);
    return List.copyOf(comparison.findings);
  }

  private void compare(String path, JsonNode before, JsonNode now) {
    Set<String> keywords = new TreeSet<>(before.propertyNames());
    keywords.addAll(now.propertyNames());
    keywords.removeAll(FOR_PEOPLE);
    keywords.removeAll(STRUCTURE);
    for (String keyword : keywords) {
      if (!before.path(keyword).equals(now.path(keyword))) {
        findings.add(
            "%s: %s was %s and is %s"
                .formatted(path, keyword, inWords(before, keyword), inWords(now, keyword)));
      }
    }
    compareProperties(path, before, now);
    if (before.has("items") && now.has("items")) {
      compare(path + "[]", before.get("items"), now.get("items"));
    }
  }

  private static String inWords(JsonNode schema, String keyword) {
    return schema.has(keyword) ? schema.get(keyword).toString() : "absent";
  }

  private void compareProperties(String path, JsonNode before, JsonNode now) {
    Set<String> requiredBefore = required(before);
    Set<String> requiredNow = required(now);
    for (String name : names(before, now)) {
      String field = path + "." + name;
      if (!now.path("properties").has(name)) {
        findings.add(field + ": is gone");
      } else if (before.path("properties").has(name)) {
        compare(field, before.path("properties").get(name), now.path("properties").get(name));
        compareRequired(field, requiredBefore.contains(name), requiredNow.contains(name));
      } else if (requiredNow.contains(name)) {
        findings.add(field + ": is new and required");
      }
    }
  }

  private void compareRequired(String field, boolean before, boolean now) {
    if (before != now) {
      findings.add(field + (now ? ": has become required" : ": has become optional"));
    }
  }

  private static Set<String> names(JsonNode before, JsonNode now) {
    Set<String> names = new TreeSet<>(before.path("properties").propertyNames());
    names.addAll(now.path("properties").propertyNames());
    return names;
  }

  private static Set<String> required(JsonNode schema) {
    return schema
        .path("required")
        .valueStream()
        .map(JsonNode::asString)
        .collect(Collectors.toSet());
  }
}
