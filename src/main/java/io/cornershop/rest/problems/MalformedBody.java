package io.cornershop.rest.problems;

import java.util.List;

/** A request body that is not what the operation takes. */
public final class MalformedBody extends RuntimeException {

  private final transient List<FieldError> errors;

  public MalformedBody(FieldError error) {
    this(List.of(error));
  }

  /**
   * @param errors all that is wrong, at least one thing
   */
  public MalformedBody(List<FieldError> errors) {
    super(errors.getFirst().message(), null, false, false);
    this.errors = List.copyOf(errors);
  }

  /** All that is wrong. */
  public List<FieldError> errors() {
    return errors;
  }
}
