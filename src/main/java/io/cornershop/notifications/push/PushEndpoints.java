package io.cornershop.notifications.push;

import io.cornershop.kernel.InvalidValue;
import io.cornershop.notifications.PushSubscription;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which push services are written to. Customers name them, so nothing of the shop's own network may
 * be reached that way: only https, no address of a machine or a network nearby, neither written nor
 * behind a name. Thread-safe.
 *
 * @param nearbyAllowed whether http and addresses nearby are good, too: for tests and the local run
 */
public record PushEndpoints(boolean nearbyAllowed) {

  private static final int MAX_LENGTH = 2_000;
  private static final int MAX_PORT = 65_535;
  private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|0x.*|\\[.*]");
  private static final Pattern NEARBY_NAME =
      Pattern.compile("[^.]*|(.*\\.)?(localhost|local|internal|lan|home\\.arpa|intranet)\\.?");

  /**
   * Lets a subscription pass that messages can be sent to.
   *
   * @throws InvalidValue naming the field, as browsers spell it, for any other
   */
  public void require(PushSubscription subscription) {
    uri(subscription.endpoint())
        .filter(this::allows)
        .orElseThrow(
            () -> new InvalidValue("endpoint", "must be the https address of a push service"));
    BrowserKeys.point(subscription.p256dh())
        .orElseThrow(
            () ->
                new InvalidValue(
                    "keys.p256dh", "must be an uncompressed point of P-256 in Base64 for URLs"));
    BrowserKeys.secret(subscription.auth())
        .orElseThrow(() -> new InvalidValue("keys.auth", "must be 16 bytes in Base64 for URLs"));
  }

  static Optional<URI> uri(String text) {
    try {
      return text.length() <= MAX_LENGTH ? Optional.of(new URI(text)) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Whether {@link #require} lets it pass. */
  boolean allows(URI endpoint) {
    return endpoint.getHost() != null
        && endpoint.getPort() <= MAX_PORT
        && endpoint.getRawUserInfo() == null
        && endpoint.getRawFragment() == null
        && ("https".equals(endpoint.getScheme()) && isFarByName(endpoint) || isNearby(endpoint));
  }

  private boolean isNearby(URI endpoint) {
    return nearbyAllowed
        && ("http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme()));
  }

  /** Push services have names; who writes a number means a machine. */
  private static boolean isFarByName(URI endpoint) {
    String host = endpoint.getHost().toLowerCase(Locale.ROOT);
    return !NUMERIC.matcher(host).matches() && !NEARBY_NAME.matcher(host).matches();
  }

  /** Whether all that the name stands for now is far away. */
  boolean isFar(URI endpoint) throws UnknownHostException {
    return nearbyAllowed
        || Arrays.stream(InetAddress.getAllByName(endpoint.getHost()))
            .noneMatch(NearbyAddresses::contain);
  }
}
