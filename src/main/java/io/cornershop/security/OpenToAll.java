package io.cornershop.security;

/**
 * Tells the API document of an operation that needs no token, beside its {@code @PermitAll}: {@code
 * extensions = @Extension(name = OpenToAll.EXTENSION, value = "true")}. It does not reach callers.
 */
public final class OpenToAll {

  public static final String EXTENSION = "x-open-to-all";

  private OpenToAll() {}
}
