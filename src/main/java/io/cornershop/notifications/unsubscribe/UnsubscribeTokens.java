package io.cornershop.notifications.unsubscribe;

import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.HmacSha256;
import io.cornershop.kernel.InvalidValue;
import io.cornershop.notifications.Channel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tokens that name a customer and a channel, signed by HMAC-SHA-256: whoever has one may end the
 * messages of this channel to this customer, and nothing else. They hold for ever, since mails are
 * kept for long. Immutable and thread-safe.
 */
public final class UnsubscribeTokens {

  private static final int MIN_SECRET = 32;
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9._-]{1,64})~([A-Z]{1,10})~([A-Za-z0-9_-]{43})");

  private final HmacSha256 secret;
  private final List<HmacSha256> believed;

  /** What a token allows to end. */
  public record Ended(CustomerId customer, Channel channel) {}

  /**
   * @param secret signs
   * @param retired have signed before; their tokens still hold, and no new one is made with them
   * @throws IllegalArgumentException when one of them has fewer than 32 characters
   */
  public UnsubscribeTokens(String secret, List<String> retired) {
    this.secret = keyOf(secret);
    this.believed =
        Stream.concat(Stream.of(this.secret), retired.stream().map(UnsubscribeTokens::keyOf))
            .toList();
  }

  private static HmacSha256 keyOf(String secret) {
    if (secret.length() < MIN_SECRET) {
      throw new IllegalArgumentException(
          "A secret for links to unsubscribe has fewer than " + MIN_SECRET + " characters");
    }
    return new HmacSha256(secret);
  }

  /** A token of characters that a query takes as they are. */
  public String of(CustomerId customer, Channel channel) {
    return customer.value()
        + "~"
        + channel
        + "~"
        + signature(secret, customer.value(), channel.name());
  }

  /**
   * What a token of ours allows.
   *
   * @throws InvalidValue when the token is missing or was made with none of the secrets
   */
  public Ended read(String token) {
    Matcher parts = FORM.matcher(token == null ? "" : token);
    if (!parts.matches() || !isOurs(parts.group(1), parts.group(2), parts.group(3))) {
      throw new InvalidValue("token", "is none of ours, or not whole");
    }
    return new Ended(new CustomerId(parts.group(1)), channel(parts.group(2)));
  }

  private static Channel channel(String name) {
    return Arrays.stream(Channel.values())
        .filter(channel -> channel.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new InvalidValue("token", "names a channel that is no more"));
  }

  /** In a time that tells nothing of how much is right. */
  private boolean isOurs(String customer, String channel, String given) {
    byte[] theirs = given.getBytes(StandardCharsets.US_ASCII);
    boolean ours = false;
    for (HmacSha256 key : believed) {
      byte[] signature = signature(key, customer, channel).getBytes(StandardCharsets.US_ASCII);
      ours |= MessageDigest.isEqual(signature, theirs);
    }
    return ours;
  }

  private static String signature(HmacSha256 key, String customer, String channel) {
    byte[] code = key.of("unsubscribe\n" + customer + "\n" + channel);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
  }
}
