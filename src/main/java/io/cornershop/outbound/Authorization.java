package io.cornershop.outbound;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Says with each request who asks. Thread-safe; tells its secret to nobody else. */
public final class Authorization implements ClientRequestFilter {

  private final String header;

  private Authorization(String header) {
    this.header = header;
  }

  /** By the Basic scheme of RFC 7617. */
  public static Authorization basic(String user, String password) {
    String pair = user + ":" + password;
    return new Authorization(
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  /** By a token, as RFC 6750 writes it. */
  public static Authorization bearer(String token) {
    return new Authorization("Bearer " + token);
  }

  @Override
  public void filter(ClientRequestContext request) {
    request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, header);
  }
}
