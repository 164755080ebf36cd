package io.cornershop.kernel;

/** The business refuses a well-formed command. The code is stable and part of the API. */
public final class Rejected extends RuntimeException {

  /** Why a refusal is a refusal: the state is not right now, or the request never can be. */
  public enum Kind {
    /** The aggregate's present state does not allow it. */
    CONFLICT,
    /** The request breaks a rule of the business. */
    RULE
  }

  private final Kind kind;
  private final String code;

  private Rejected(Kind kind, String code, String message) {
    super(message, null, false, false);
    this.kind = kind;
    this.code = code;
  }

  /** The present state does not allow the command. */
  public static Rejected conflict(String code, String message) {
    return new Rejected(Kind.CONFLICT, code, message);
  }

  /** The command breaks a rule. */
  public static Rejected rule(String code, String message) {
    return new Rejected(Kind.RULE, code, message);
  }

  /** Conflict with the present state, or a broken rule. */
  public Kind kind() {
    return kind;
  }

  /** The stable code, in kebab case. */
  public String code() {
    return code;
  }
}
