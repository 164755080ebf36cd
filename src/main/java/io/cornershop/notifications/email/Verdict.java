package io.cornershop.notifications.email;

import io.cornershop.notifications.messages.Outcome;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What a failed attempt means. Only what is said of the mailbox, its domain or the letter is for
 * good; what the server has against us somebody can mend, and whoever is there waits for it.
 * Reasons hold the codes of answers and not their texts, which repeat addresses.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3463">RFC 3463, enhanced status codes</a>
 */
final class Verdict {

  /** The mailbox or its domain is not there, is no address, or has moved without a trace. */
  private static final Set<String> GONE = Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10");

  /** The server takes leave. */
  private static final int CLOSING = 421;

  /** Of enhanced codes: the mail server itself. */
  private static final int SYSTEM = 3;

  /** Of enhanced codes: the address, the mailbox, the contents, a policy such as greylisting. */
  private static final Set<Integer> OF_ONE = Set.of(1, 2, 6, 7);

  /** Of enhanced codes: what somebody may, and who somebody is. */
  private static final int RIGHTS = 7;

  /** Not told. */
  private static final int NONE = -1;

  /** Of our address as the sender, not of the mailbox. */
  private static final Set<String> SENDER = Set.of("5.1.7", "5.1.8");

  /** What filters say of a letter that they do not like; at its end there is nothing else to it. */
  private static final String NOT_THIS_LETTER = "5.7.1";

  /** Wrong order, or log in or encrypt first (RFC 5321 and 4954). */
  private static final Set<Integer> OF_OURS = Set.of(500, 501, 502, 503, 504, 530, 534, 535, 538);

  private static final Pattern ENHANCED =
      Pattern.compile("\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

  private Verdict() {}

  /** Of an attempt before the end of the message was sent. */
  static Outcome beforeEnd(MessagingException e) {
    Exception nested = e.getNextException();
    if (e instanceof SMTPAddressFailedException refused) {
      return ofRecipient(refused);
    }
    if (nested instanceof SMTPAddressFailedException refused) {
      return ofRecipient(refused);
    }
    if (e instanceof SMTPSenderFailedException sender) {
      return later(said("MAIL", sender.getReturnCode(), sender.getMessage()));
    }
    if (e instanceof SMTPSendFailedException failed) {
      return ofData(failed);
    }
    return later("the connection broke before the message was sent");
  }

  /** Of a connection that did not come about. */
  static Outcome.NotNow unconnected(Exception e) {
    return later(
        e instanceof AuthenticationFailedException
            ? "the mail server refuses the login"
            : "no connection to the mail server: " + e.getClass().getSimpleName());
  }

  private static Outcome ofRecipient(SMTPAddressFailedException e) {
    String said = said("RCPT", e.getReturnCode(), e.getMessage());
    boolean gone = enhanced(e.getMessage()).filter(GONE::contains).isPresent();
    int code = e.getReturnCode();
    if (isForGood(code, e.getMessage())) {
      return new Outcome.Refused(said, gone);
    }
    return isDeferral(code) && classOf(e.getMessage()) != SYSTEM || isOfRights(code, e.getMessage())
        ? laterForOne(said)
        : later(said);
  }

  /** Of DATA, and of MAIL with what the server calls no matter of the sender. */
  private static Outcome ofData(SMTPSendFailedException e) {
    boolean data = e.getCommand() != null && e.getCommand().startsWith("DATA");
    String said = said(data ? "DATA" : "MAIL", e.getReturnCode(), e.getMessage());
    return data && isForGood(e.getReturnCode(), e.getMessage())
        ? new Outcome.Refused(said, false)
        : later(said);
  }

  /**
   * After the end of the message was sent.
   *
   * @param code of the server's answer to it; not positive when there is none
   * @param answer the whole of it
   */
  static Outcome ofEnd(int code, String answer) {
    String said = said("the message", code, answer);
    boolean letter = enhanced(answer).filter(NOT_THIS_LETTER::equals).isPresent();
    if (isRefusal(code)) {
      return letter || isForGood(code, answer) ? new Outcome.Refused(said, false) : later(said);
    }
    if (isDeferral(code) && OF_ONE.contains(classOf(answer))) {
      return laterForOne(said);
    }
    return code >= 400 && code < 500
        ? later(said)
        : new Outcome.Unknown("no answer to the message, which the mail server may have");
  }

  private static boolean isRefusal(int code) {
    return code >= 500 && code < 600;
  }

  /** 421 is of the connection, whatever it answers. */
  private static boolean isDeferral(int code) {
    return code >= 400 && code < 500 && code != CLOSING;
  }

  /** What the answer is about: the middle one of the enhanced codes. */
  private static int classOf(String answer) {
    return enhanced(answer).map(codes -> Integer.parseInt(codes.split("\\.")[1])).orElse(NONE);
  }

  private static Outcome laterForOne(String reason) {
    return Outcome.NotNow.ofOne(reason, Optional.empty());
  }

  /** Not when it is of our login, our address, or of what we are allowed to. */
  private static boolean isForGood(int code, String answer) {
    boolean ofOurs =
        OF_OURS.contains(code) || enhanced(answer).filter(SENDER::contains).isPresent();
    return isRefusal(code) && !ofOurs && !isOfRights(code, answer);
  }

  /** Of what we are allowed to: the server takes none for anybody, or none for this one. */
  private static boolean isOfRights(int code, String answer) {
    return isRefusal(code) && !OF_OURS.contains(code) && classOf(answer) == RIGHTS;
  }

  private static Outcome.NotNow later(String reason) {
    return new Outcome.NotNow(reason, Optional.empty());
  }

  private static String said(String what, int code, String answer) {
    String codes = code + enhanced(answer).map(more -> " " + more).orElse("");
    return code > 0
        ? "the mail server answered " + what + " with " + codes
        : "no answer to " + what;
  }

  private static Optional<String> enhanced(String answer) {
    Matcher found = ENHANCED.matcher(answer == null ? "" : answer);
    return found.lookingAt() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
