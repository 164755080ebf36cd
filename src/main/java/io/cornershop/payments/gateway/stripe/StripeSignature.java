package io.cornershop.payments.gateway.stripe;

import io.cornershop.kernel.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;

/**
 * Tells a body that Stripe has sent from others, as Stripe documents its header {@code
 * Stripe-Signature}: {@code t} is a time in seconds, each {@code v1} the HMAC-SHA256 of time, dot
 * and body with a secret of the endpoint, of which there are two while one replaces the other. A
 * body that was signed more than five minutes ago, or ahead, is refused, so that nobody can send it
 * again later. Thread-safe.
 */
final class StripeSignature {

  static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final Pattern TIME = Pattern.compile("[0-9]{1,12}");
  private static final int MOST_PARTS = 20;

  private final HmacSha256 secret;
  private final Clock clock;

  StripeSignature(String secret, Clock clock) {
    this.secret = new HmacSha256(secret);
    this.clock = clock;
  }

  /** Whether the header signs the body, now. */
  boolean fits(String header, byte[] body) {
    List<String> parts = Arrays.asList(header.split(",", MOST_PARTS));
    Optional<String> time = values(parts, "t").stream().findFirst();
    return time.filter(this::isRecent)
        .map(t -> HexFormat.of().formatHex(sign(t, body)))
        .filter(expected -> isAmong(values(parts, "v1"), expected))
        .isPresent();
  }

  private static List<String> values(List<String> parts, String name) {
    String start = name + "=";
    return parts.stream()
        .map(String::strip)
        .filter(part -> part.startsWith(start))
        .map(part -> part.substring(start.length()))
        .toList();
  }

  private boolean isRecent(String time) {
    return TIME.matcher(time).matches()
        && Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), clock.instant())
                .abs()
                .compareTo(TOLERANCE)
            <= 0;
  }

  private byte[] sign(String time, byte[] body) {
    Mac mac = secret.begun();
    mac.update(time.getBytes(StandardCharsets.US_ASCII));
    mac.update((byte) '.');
    return mac.doFinal(body);
  }

  /** Takes as long for a near miss as for any other. */
  private static boolean isAmong(List<String> signatures, String expected) {
    byte[] wanted = expected.getBytes(StandardCharsets.US_ASCII);
    return signatures.stream()
        .anyMatch(s -> MessageDigest.isEqual(wanted, s.getBytes(StandardCharsets.UTF_8)));
  }
}
