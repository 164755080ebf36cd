package io.cornershop.notifications.push;

import io.cornershop.json.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells a push service who sends, so that nobody else can write to our subscriptions: a token for
 * this service only, signed with the shop's key. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8292">RFC 8292</a>
 */
final class Vapid {

  /** Half of what is allowed at most. */
  private static final Duration LIFE = Duration.ofHours(12);

  private static final String HEADER = encoded("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");

  private final VapidKeys keys;
  private final String subject;
  private final Clock clock;

  Vapid(VapidKeys keys, String subject, Clock clock) {
    this.keys = keys;
    this.subject = subject;
    this.clock = clock;
  }

  /** The value of the header {@code Authorization}. */
  String authorization(URI endpoint) {
    String unsigned = HEADER + "." + encoded(claims(endpoint));
    String signature =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Signatures.sign(keys.privateKey(), unsigned));
    return "vapid t=" + unsigned + "." + signature + ", k=" + keys.publicText();
  }

  private String claims(URI endpoint) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("aud", endpoint.getScheme() + "://" + endpoint.getRawAuthority());
    claims.put("exp", clock.instant().plus(LIFE).getEpochSecond());
    claims.put("sub", subject);
    return Json.TOLERANT.writeValueAsString(claims);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
