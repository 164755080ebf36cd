package io.cornershop.notifications.push;

import io.cornershop.json.Json;
import io.cornershop.kernel.ReplayFirewall;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.PushSubscription;
import io.cornershop.notifications.messages.Outcome;
import io.cornershop.notifications.messages.Outcome.NotNow;
import io.cornershop.notifications.messages.Outcome.Refused;
import io.cornershop.notifications.messages.Outcome.Sent;
import io.cornershop.notifications.messages.Outcome.Unknown;
import io.cornershop.notifications.messages.OutgoingMessage;
import io.cornershop.notifications.messages.RetryAfter;
import io.cornershop.notifications.messages.Transport;
import io.cornershop.outbound.HttpTraces;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * Sends push messages to browsers. Thread-safe.
 *
 * <p>A push service cannot be asked what it has. So no answer, and each 5xx behind which it may
 * have been taken, is unknown; only a 503 that asks to come again says that it was not. Should a
 * message be sent again nevertheless, its topic makes it replace the first one while that still
 * waits.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8030#section-5">RFC 8030, section 5</a>
 */
public final class PushTransport implements Transport, AutoCloseable {

  private final PushEndpoints endpoints;
  private final PushLine line;
  private final Clock clock;

  /**
   * @param keys who the shop is
   * @param traces who notes the requests
   */
  public PushTransport(
      VapidKeys keys,
      PushSettings settings,
      PushEndpoints endpoints,
      Clock clock,
      HttpTraces traces) {
    this.endpoints = endpoints;
    this.line = new PushLine(new Vapid(keys, settings.subject(), clock), settings, traces);
    this.clock = clock;
  }

  @Override
  public Channel channel() {
    return Channel.PUSH;
  }

  /** Customers choose the push service: what they have chosen is no matter of other customers. */
  @Override
  public String provider(String address) {
    return subscription(address)
        .map(PushSubscription::endpoint)
        .flatMap(PushEndpoints::uri)
        .map(URI::getAuthority)
        .orElse("");
  }

  @Override
  public Outcome deliver(OutgoingMessage message) {
    ReplayFirewall.requireLive("a push service");
    return subscription(message.address())
        .map(to -> deliver(to, message))
        .orElseGet(() -> new Refused("There is no subscription to read", true));
  }

  private static Optional<PushSubscription> subscription(String address) {
    try {
      return Optional.of(Json.TOLERANT.readValue(address, PushSubscription.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private Outcome deliver(PushSubscription to, OutgoingMessage message) {
    Optional<BrowserKeys> keys = BrowserKeys.of(to);
    Optional<URI> uri = PushEndpoints.uri(to.endpoint());
    if (keys.isEmpty() || uri.isEmpty()) {
      return new Refused("There is no subscription to read", true);
    }
    URI endpoint = uri.get();
    if (!endpoints.allows(endpoint)) {
      // it was allowed when it was subscribed: a setting has changed, and may change back
      return NotNow.ofOne("The settings allow no push service of this address", Optional.empty());
    }
    byte[] text = textOf(message);
    if (text.length > PushEncryption.MOST_BYTES) {
      return new Refused("The text is too long for a push message", false);
    }
    try {
      if (!endpoints.isFar(endpoint)) {
        return new Refused("The subscription names a machine nearby", false);
      }
    } catch (UnknownHostException e) {
      return new NotNow("The push service cannot be found", Optional.empty());
    }
    byte[] body = PushEncryption.encrypt(keys.get(), text);
    return judged(line.send(endpoint, message.id(), body));
  }

  /** The id lets a page show a message once that comes twice. */
  private static byte[] textOf(OutgoingMessage message) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("id", message.id().value());
    fields.put("title", message.content().subject());
    fields.put("body", message.content().text());
    return Json.TOLERANT.writeValueAsString(fields).getBytes(StandardCharsets.UTF_8);
  }

  private Outcome judged(PushReply reply) {
    return switch (reply) {
      case PushReply.NotConnected n -> new NotNow(n.reason(), Optional.empty());
      case PushReply.Lost l -> new Unknown(l.reason());
      case PushReply.Answered a -> judged(a);
    };
  }

  private Outcome judged(PushReply.Answered answer) {
    String reason = reasonOf(answer);
    return switch (answer.status()) {
      case 200, 201, 202, 204 -> new Sent("");
      case 404, 410 -> new Refused(reason, true);
      case 400, 413 -> new Refused(reason, false);
      case 503 -> answer.retryAfter().isPresent() ? later(answer) : new Unknown(reason);
      // our key or another mistake of ours; and nothing is followed: who is sent elsewhere was not
      // heard
      default -> isHeard(answer.status()) ? new Unknown(reason) : later(answer);
    };
  }

  private static boolean isHeard(int status) {
    return status / 100 != 3 && status / 100 != 4;
  }

  /** Customers choose what is asked: what is said there is of no other customer's browser. */
  private NotNow later(PushReply.Answered answer) {
    return NotNow.ofOne(reasonOf(answer), RetryAfter.of(answer.retryAfter(), clock));
  }

  private static String reasonOf(PushReply.Answered answer) {
    return "The push service answers " + answer.status();
  }

  @Override
  public Outcome ask(OutgoingMessage message) {
    ReplayFirewall.requireLive("a push service");
    return new Unknown("A push service cannot be asked");
  }

  @Override
  public void close() {
    line.close();
  }
}
