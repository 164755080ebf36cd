package io.cornershop.rest.problems;

/**
 * What is wrong with one value of a request.
 *
 * @param field as the caller spells it, such as {@code items[0].quantity}; empty for the whole body
 */
public record FieldError(String field, String message) {

  /** The same error, as seen from around the part that it is in. */
  public FieldError within(String part) {
    boolean joined = part.isEmpty() || field.isEmpty() || field.startsWith("[");
    return new FieldError(part + (joined ? "" : ".") + field, message);
  }
}
