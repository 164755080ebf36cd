package io.cornershop.payments.gateway.stripe;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** Says who asks. */
final class StripeCredentials implements ClientRequestFilter {

  private final String authorization;

  StripeCredentials(String secretKey) {
    this.authorization = "Bearer " + secretKey;
  }

  @Override
  public void filter(ClientRequestContext request) {
    request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, authorization);
  }
}
