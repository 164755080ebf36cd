package io.cornershop.rest;

/** A request body that is not what the operation takes. */
final class MalformedBody extends RuntimeException {

  private final FieldError error;

  MalformedBody(FieldError error) {
    super(error.message(), null, false, false);
    this.error = error;
  }

  FieldError error() {
    return error;
  }
}
