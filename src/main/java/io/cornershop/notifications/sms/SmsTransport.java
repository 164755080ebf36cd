package io.cornershop.notifications.sms;

import io.cornershop.kernel.PhoneNumbers;
import io.cornershop.kernel.ReplayFirewall;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.messages.Outcome;
import io.cornershop.notifications.messages.Outcome.NotNow;
import io.cornershop.notifications.messages.Outcome.Refused;
import io.cornershop.notifications.messages.Outcome.Sent;
import io.cornershop.notifications.messages.Outcome.Unknown;
import io.cornershop.notifications.messages.OutgoingMessage;
import io.cornershop.notifications.messages.RetryAfter;
import io.cornershop.notifications.messages.Seats;
import io.cornershop.notifications.messages.Transport;
import io.cornershop.notifications.sms.SmsReply.Answered;
import io.cornershop.notifications.sms.SmsReply.Lost;
import io.cornershop.notifications.sms.SmsReply.NotAsked;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Sends SMS by Twilio, or whoever speaks as it does. Thread-safe.
 *
 * <p>The API recognises no repeat, so whatever may have arrived is unknown: no answer, and each
 * 5xx, which may come from a proxy behind which the message was taken. Then the newest messages to
 * the number are looked at; one with the same text is it, for each text ends with a part of the
 * message's id.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors">Twilio's codes of errors</a>
 */
public final class SmsTransport implements Transport {

  private static final int LOOKED_AT = 50;

  /** So many characters of the id stand at the end of each text. */
  private static final int MARK = 8;

  /**
   * No such number; a short, premium or fixed line; the person has objected; the number takes no
   * SMS.
   */
  private static final Set<Integer> ADDRESS_GONE =
      Set.of(21211, 21214, 21217, 21265, 21268, 21610, 21614, 21635);

  /** No way there from our number, or our own number; no text, or one that is too long. */
  private static final Set<Integer> NEVER_SO = Set.of(21612, 21266, 21602, 21617, 21658);

  /** Our account may not send there: somebody can allow it. */
  private static final int NOT_TO_THAT_COUNTRY = 21408;

  /** Of a message that was given up: the provider's queue was full, our account was closed. */
  private static final Set<Integer> NOT_THE_NUMBERS_FAULT = Set.of(30001, 30002);

  private static final Set<String> NOT_DELIVERED = Set.of("failed", "undelivered", "canceled");

  /** As many as the line lets through: see {@link SmsLine}. */
  private static final int MOST_AT_ONCE = 20;

  private final SmsCalls calls;
  private final Seats seats;
  private final SmsSettings settings;
  private final Clock clock;

  public SmsTransport(SmsLine line, SmsSettings settings, Clock clock) {
    this(new GuardedCalls(line, settings), settings, clock);
  }

  SmsTransport(SmsCalls calls, SmsSettings settings, Clock clock) {
    this.calls = calls;
    this.seats = new Seats(MOST_AT_ONCE);
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  /** What finds the line full would count as a failure of the provider. */
  @Override
  public Optional<Seat> seat() {
    return seats.take();
  }

  @Override
  public Outcome deliver(OutgoingMessage message) {
    ReplayFirewall.requireLive("the SMS provider");
    return toNumber(message, number -> deliver(number, textOf(message)));
  }

  private static Outcome toNumber(OutgoingMessage message, Function<String, Outcome> what) {
    return PhoneNumbers.international(message.address())
        .map(what)
        .orElseGet(() -> new Refused("The number does not tell its country", true));
  }

  private static String textOf(OutgoingMessage message) {
    String id = message.id().value();
    return message.content().text() + " [" + id.substring(Math.max(0, id.length() - MARK)) + "]";
  }

  private Outcome deliver(String number, String text) {
    Map<String, String> fields =
        Map.of("To", number, "Body", text, settings.senderField(), settings.sender());
    return switch (calls.create(fields)) {
      case Answered a -> judged(a);
      case NotAsked n -> new NotNow(n.reason(), Optional.empty());
      case Lost l -> new Unknown(l.reason());
    };
  }

  private Outcome judged(Answered answer) {
    return switch (answer.status()) {
      case 200, 201 -> ofMessage(answer.body());
      case 400 -> refusedOrLater(answer);
      default -> answer.status() / 100 == 4 ? later(answer) : new Unknown(answer.error());
    };
  }

  /** What is not known to be of the number or the text is our own mistake, or bad luck. */
  private Outcome refusedOrLater(Answered answer) {
    int code = answer.code();
    boolean gone = ADDRESS_GONE.contains(code);
    if (gone || NEVER_SO.contains(code)) {
      return new Refused(answer.error(), gone);
    }
    return code == NOT_TO_THAT_COUNTRY
        ? NotNow.ofOne(answer.error(), RetryAfter.of(answer.retryAfter(), clock))
        : later(answer);
  }

  private Outcome later(Answered answer) {
    return new NotNow(answer.error(), RetryAfter.of(answer.retryAfter(), clock));
  }

  /** A message as the provider tells of it; a text without an id is none. */
  private static Outcome ofMessage(JsonNode message) {
    String sid = message.path("sid").asString("");
    int error = message.path("error_code").asInt(0);
    if (sid.isEmpty()) {
      return new Unknown("The SMS provider answers without an id");
    }
    return NOT_DELIVERED.contains(message.path("status").asString(""))
        ? undelivered(error)
        : new Sent(sid);
  }

  private static Outcome undelivered(int error) {
    String reason = "The SMS was not delivered, code " + error;
    return NOT_THE_NUMBERS_FAULT.contains(error)
        ? new NotNow(reason, Optional.empty())
        : new Refused(reason, ADDRESS_GONE.contains(error));
  }

  @Override
  public Outcome ask(OutgoingMessage message) {
    ReplayFirewall.requireLive("the SMS provider");
    Optional<Seat> seat = seat();
    if (seat.isEmpty()) {
      return new Unknown("All connections to the SMS provider are busy");
    }
    try (Seat held = seat.get()) {
      return toNumber(message, number -> found(number, textOf(message)));
    }
  }

  private Outcome found(String number, String text) {
    return switch (calls.list(number, LOOKED_AT)) {
      case Answered a ->
          StreamSupport.stream(a.body().path("messages").spliterator(), false)
              .filter(m -> m.path("body").asString("").equals(text))
              .map(SmsTransport::ofMessage)
              .findFirst()
              .orElseGet(() -> new Unknown("The SMS provider shows no such message"));
      case NotAsked n -> new Unknown(n.reason());
      case Lost l -> new Unknown(l.reason());
    };
  }
}
