package io.cornershop.customers.claims;

import io.cornershop.kernel.CustomerId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Claims in a map. */
public final class InMemoryEmailClaims implements EmailClaims {

  private final Map<String, EmailClaim> claims = new ConcurrentHashMap<>();

  private final Map<String, ClaimPass> passes = new ConcurrentHashMap<>();

  @Override
  public Optional<ClaimPass> pass(String name) {
    return Optional.ofNullable(passes.get(name));
  }

  @Override
  public void note(String name, ClaimPass pass) {
    passes.merge(
        name,
        pass,
        (a, b) -> new ClaimPass(Math.max(a.through(), b.through()), a.complete() || b.complete()));
  }

  @Override
  public EmailClaim claim(EmailClaim wanted) {
    return claims.merge(
        wanted.key(), wanted, (old, next) -> old.isOf(next.customer()) ? next : old);
  }

  @Override
  public boolean takeOver(EmailClaim seen, EmailClaim wanted) {
    return claims.replace(seen.key(), seen, wanted);
  }

  @Override
  public Optional<EmailClaim> find(String key) {
    return Optional.ofNullable(claims.get(key));
  }

  @Override
  public void release(String key, CustomerId customer) {
    claims.computeIfPresent(key, (same, claim) -> claim.isOf(customer) ? null : claim);
  }

  @Override
  public void releaseAll(CustomerId customer) {
    claims.values().removeIf(claim -> claim.isOf(customer));
  }
}
