package io.cornershop.notifications.email;

import java.time.Duration;
import java.util.Optional;

/**
 * How the mail server is reached.
 *
 * @param from what messages name as their sender; bounces go there as well
 * @param timeout for a connection and for each answer; neither a connection with its login nor an
 *     attempt takes more than three times as long
 */
public record MailSettings(
    Place place, Tls tls, Optional<Login> login, String from, Duration timeout) {

  /** Where it listens. */
  public record Place(String host, int port) {}

  /** Who we are for it. */
  public record Login(String username, String password) {

    /** Without the password. */
    @Override
    public String toString() {
      return username;
    }
  }

  /** Whether what is said is encrypted. The server's certificate is checked in each case. */
  public enum Tls {
    /** Never. */
    NONE,
    /** By STARTTLS where the server offers it. */
    OPPORTUNISTIC,
    /** By STARTTLS (RFC 3207), or not at all. */
    REQUIRED,
    /** From the first byte (RFC 8314). */
    IMPLICIT
  }

  /**
   * @throws IllegalArgumentException when a password could be sent in clear text, the sender is no
   *     address, or the time is none
   */
  public MailSettings {
    if (login.isPresent() && (tls == Tls.NONE || tls == Tls.OPPORTUNISTIC)) {
      throw new IllegalArgumentException("A login needs tls to be required or implicit");
    }
    if (!EmailAddress.isOne(from)) {
      throw new IllegalArgumentException("The sender of mails is no e-mail address");
    }
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("The timeout of the mail server has to be positive");
    }
  }

  /** How long it may take to make a connection, and then to send a message. */
  Duration longest() {
    return timeout.multipliedBy(3);
  }
}
