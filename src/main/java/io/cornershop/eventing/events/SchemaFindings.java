package io.cornershop.eventing.events;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import io.cornershop.eventing.events.EventSchemas.Violation;
import java.util.stream.Collectors;

/** What the validator finds, in our words: they name no class and repeat no value. Pure. */
final class SchemaFindings {

  private SchemaFindings() {}

  static Violation violation(Error finding) {
    return new Violation(field(finding), message(finding));
  }

  private static String field(Error finding) {
    NodePath path = finding.getInstanceLocation();
    StringBuilder field = new StringBuilder();
    for (int index = 0; index < path.getNameCount(); index++) {
      append(field, path.getElement(index));
    }
    if (finding.getProperty() != null) {
      append(field, finding.getProperty());
    }
    return field.toString();
  }

  private static void append(StringBuilder field, Object element) {
    if (element instanceof Integer index) {
      field.append('[').append(index).append(']');
    } else {
      field.append(field.isEmpty() ? "" : ".").append(element);
    }
  }

  private static String message(Error finding) {
    return switch (finding.getKeyword()) {
      case "required" -> "must be there";
      case "additionalProperties" -> "is not known here";
      case "type" -> "must be " + type(finding.getSchemaNode().asString());
      case "enum" -> "must be one of " + words(finding);
      case "format" -> "must be a time by ISO 8601";
      case "minLength" -> "must not be empty";
      case "maxLength" -> "must have at most " + finding.getSchemaNode() + " characters";
      case "pattern" -> "has the wrong form";
      case "minimum", "maximum" -> "must be a whole number within its range";
      default -> "is not as the schema says";
    };
  }

  private static String type(String json) {
    return switch (json) {
      case "string" -> "a text";
      case "integer" -> "a whole number";
      case "boolean" -> "true or false";
      case "array" -> "a list";
      default -> "an " + json;
    };
  }

  private static String words(Error finding) {
    return finding
        .getSchemaNode()
        .valueStream()
        .map(word -> word.asString())
        .collect(Collectors.joining(", "));
  }
}
