package io.cornershop.security;

import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.Identifier;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads the caller of the running request from its token. */
@RequestScoped
public class CurrentCaller {

  private static final String CUSTOMER_ID = "customerId";

  @Inject private HttpServletRequest http;

  /** The caller; {@link Caller#ANONYMOUS} without a token. */
  public Caller get() {
    // an injected token would write an error to the log for each request that has none
    return http.getUserPrincipal() instanceof JsonWebToken token
        ? callerOf(token)
        : Caller.ANONYMOUS;
  }

  static Caller callerOf(JsonWebToken token) {
    String userId = Optional.ofNullable(token.getSubject()).orElseGet(token::getName);
    Set<String> groups = Optional.ofNullable(token.getGroups()).orElse(Set.of());
    Set<String> roles = groups.stream().filter(Role.ALL::contains).collect(Collectors.toSet());
    return new Caller(userId, roles, customerOf(token, userId, roles));
  }

  private static Optional<CustomerId> customerOf(
      JsonWebToken token, String userId, Set<String> roles) {
    Object claim = token.getClaim(CUSTOMER_ID);
    return Optional.of(claim == null ? userId : text(claim))
        .filter(id -> roles.contains(Role.CUSTOMER))
        .filter(id -> Identifier.FORM.matcher(id).matches())
        .map(CustomerId::new);
  }

  private static String text(Object claim) {
    return claim instanceof jakarta.json.JsonString json ? json.getString() : claim.toString();
  }
}
