package io.cornershop.kernel;

import java.util.Optional;

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
  private final Optional<String> field;

  private Rejected(Kind kind, String code, String message, Optional<String> field) {
    super(message, null, false, false);
    this.kind = kind;
    this.code = code;
    this.field = field;
  }

  /** The present state does not allow the command. */
  public static Rejected conflict(String code, String message) {
    return new Rejected(Kind.CONFLICT, code, message, Optional.empty());
  }

  /** The command breaks a rule. */
  public static Rejected rule(String code, String message) {
    return new Rejected(Kind.RULE, code, message, Optional.empty());
  }

  /** The value of a field breaks a rule. */
  public static Rejected ruleFor(String field, String code, String message) {
    return new Rejected(Kind.RULE, code, message, Optional.of(field));
  }

  /** Conflict with the present state, or a broken rule. */
  public Kind kind() {
    return kind;
  }

  /** The stable code, in kebab case. */
  public String code() {
    return code;
  }

  /** The field whose value breaks a rule, as the caller spells it; empty where it is no value. */
  public Optional<String> field() {
    return field;
  }
}
