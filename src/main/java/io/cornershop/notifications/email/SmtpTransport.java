package io.cornershop.notifications.email;

import io.cornershop.kernel.ReplayFirewall;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.messages.Outcome;
import io.cornershop.notifications.messages.OutgoingMessage;
import io.cornershop.notifications.messages.Seats;
import io.cornershop.notifications.messages.Transport;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLSocketFactory;

/**
 * E-mail by SMTP. A message counts as sent when the server has answered its end with 250; as
 * refused when it answered a recipient, DATA or the end with 5xx for the mailbox or the letter; as
 * unknown when its end was sent and no answer came; in every other case nothing was sent and it may
 * be tried again. What the server has against our address, login or rights is of the last kind:
 * somebody can mend it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321">RFC 5321, SMTP</a>
 */
public final class SmtpTransport implements Transport, AutoCloseable {

  private static final int MOST_CONNECTIONS = 4;
  private static final Duration LONGEST_IDLE = Duration.ofSeconds(30);

  private final MailSettings settings;
  private final Clock clock;
  private final SmtpLines lines;
  private final Seats seats;

  /** Trusts whom the Java platform trusts. */
  public SmtpTransport(MailSettings settings, Clock clock) {
    this(settings, clock, (SSLSocketFactory) SSLSocketFactory.getDefault(), LONGEST_IDLE);
  }

  SmtpTransport(MailSettings settings, Clock clock, SSLSocketFactory tls, Duration longestIdle) {
    this.settings = settings;
    this.clock = clock;
    Session session = SmtpLine.session(settings, tls);
    this.lines = new SmtpLines(settings, () -> new SmtpLine(session, settings, tls), longestIdle);
    this.seats = new Seats(MOST_CONNECTIONS);
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  /** One connection each, and few of them. */
  @Override
  public Optional<Seat> seat() {
    ReplayFirewall.requireLive("e-mail");
    return seats.take().map(room -> SmtpSeat.in(room, lines));
  }

  @Override
  public Outcome deliver(OutgoingMessage message) {
    ReplayFirewall.requireLive("e-mail");
    return addressed(message, to -> overOwnLine(message, to));
  }

  @Override
  public Outcome deliver(OutgoingMessage message, Seat seat) {
    ReplayFirewall.requireLive("e-mail");
    return addressed(message, to -> ((SmtpSeat) seat).send(letter(message, to), to));
  }

  private static Outcome addressed(
      OutgoingMessage message, Function<InternetAddress, Outcome> send) {
    InternetAddress to;
    try {
      to = EmailAddress.parsed(message.address());
    } catch (AddressException e) {
      return new Outcome.Refused("not an address that a mail server takes", true);
    }
    return send.apply(to);
  }

  private Outcome overOwnLine(OutgoingMessage message, InternetAddress to) {
    try (SmtpSeat seat = SmtpSeat.in(() -> {}, lines)) {
      return seat.send(letter(message, to), to);
    }
  }

  private Letter letter(OutgoingMessage message, InternetAddress to) {
    try {
      return Letter.of(message, to, EmailAddress.parsed(settings.from()), clock.instant());
    } catch (MessagingException e) {
      throw new IllegalStateException("A message of ours cannot be written", e);
    }
  }

  /** SMTP knows no question for it. */
  @Override
  public Outcome ask(OutgoingMessage message) {
    ReplayFirewall.requireLive("e-mail");
    return new Outcome.Unknown("a mail server cannot be asked");
  }

  @Override
  public void close() {
    lines.close();
  }
}
