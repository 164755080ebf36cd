package io.cornershop.kernel;

/** A value that no request may hold: malformed, whatever the state of the shop. */
public final class InvalidValue extends RuntimeException {

  private final String field;

  public InvalidValue(String field, String message) {
    super(message);
    this.field = field;
  }

  /** The field that holds the value, as the caller spells it. */
  public String field() {
    return field;
  }
}
