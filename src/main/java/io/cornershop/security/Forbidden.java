package io.cornershop.security;

/** The caller is known, but may not do this. The code is stable and part of the API. */
public final class Forbidden extends RuntimeException {

  private final String code;

  private Forbidden(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** The thing belongs to another customer. */
  public static Forbidden notYours() {
    return new Forbidden("not-yours", "This belongs to another customer");
  }

  /** The caller has none of the roles that the operation asks for. */
  public static Forbidden missingRole() {
    return new Forbidden("forbidden", "Your roles do not allow this operation");
  }

  /** Outside producers may not speak for the shop itself. */
  public static Forbidden notExternal(String what) {
    return new Forbidden("not-external", what);
  }

  /** The stable code, in kebab case. */
  public String code() {
    return code;
  }
}
