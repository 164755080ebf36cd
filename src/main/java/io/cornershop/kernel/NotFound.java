package io.cornershop.kernel;

/** There is no such thing, or none that the caller may know of. */
public final class NotFound extends RuntimeException {

  public NotFound(String what, Object id) {
    super("There is no " + what + " " + id, null, false, false);
  }
}
