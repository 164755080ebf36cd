package io.cornershop.customers.claims;

class InMemoryEmailClaimsTest extends EmailClaimsContract {

  @Override
  EmailClaims empty() {
    return new InMemoryEmailClaims();
  }
}
