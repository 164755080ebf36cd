package io.cornershop.notifications.sms;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Says who asks, by the Basic scheme of RFC 7617. */
final class SmsCredentials implements ClientRequestFilter {

  private final String authorization;

  SmsCredentials(SmsSettings settings) {
    this.authorization = headerOf(settings);
  }

  static String headerOf(SmsSettings settings) {
    String pair = settings.account() + ":" + settings.token();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void filter(ClientRequestContext request) {
    request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, authorization);
  }
}
