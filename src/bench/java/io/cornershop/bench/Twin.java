package io.cornershop.bench;

import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * Copies of a document that the engine has stored: the same fields, types and lengths, with other
 * ids in the place of its ids. So the raw side writes what the engine writes, also when the engine
 * comes to write something else. Immutable.
 *
 * @param ids what stands for what in this document
 */
record Twin(Document original, Map<String, String> ids) {

  /**
   * A copy in which each of the ids is replaced.
   *
   * @param others the new value of each id, by the name that {@link #ids} gives it
   */
  Document with(Map<String, String> others) {
    return copy(original, others);
  }

  private Document copy(Document document, Map<String, String> others) {
    Document copy = new Document();
    document.forEach((name, value) -> copy.append(name, value(value, others)));
    return copy;
  }

  private Object value(Object value, Map<String, String> others) {
    return switch (value) {
      case String text -> text(text, others);
      case Document nested -> copy(nested, others);
      case List<?> list -> list.stream().map(element -> value(element, others)).toList();
      default -> value;
    };
  }

  private String text(String text, Map<String, String> others) {
    String name = ids.get(text);
    return name == null ? text : others.getOrDefault(name, text);
  }
}
