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
 * What a failed attempt means. Reasons hold the codes of answers and not their texts, which repeat
 * addresses.
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

  /** Not told. */
  private static final int NONE = -1;

  private static final Pattern ENHANCED =
      Pattern.compile("\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

  private Verdict() {}

  /**
   * @param ended whether the end of the message was sent
   */
  static Outcome of(MessagingException e, boolean ended) {
    if (ended) {
      return ofEnd(e);
    }
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
    if (isRefusal(e.getReturnCode())) {
      return new Outcome.Refused(said, gone);
    }
    return isDeferral(e.getReturnCode()) && classOf(e.getMessage()) != SYSTEM
        ? laterForOne(said)
        : later(said);
  }

  /** Of DATA, and of MAIL with what the server calls no matter of the sender. */
  private static Outcome ofData(SMTPSendFailedException e) {
    boolean data = e.getCommand() != null && e.getCommand().startsWith("DATA");
    String said = said(data ? "DATA" : "MAIL", e.getReturnCode(), e.getMessage());
    return data && isRefusal(e.getReturnCode()) ? new Outcome.Refused(said, false) : later(said);
  }

  private static Outcome ofEnd(MessagingException e) {
    if (e instanceof SMTPSendFailedException failed) {
      String said = said("the message", failed.getReturnCode(), failed.getMessage());
      if (isRefusal(failed.getReturnCode())) {
        return new Outcome.Refused(said, false);
      }
      if (failed.getReturnCode() >= 400 && failed.getReturnCode() < 500) {
        return isDeferral(failed.getReturnCode()) && OF_ONE.contains(classOf(failed.getMessage()))
            ? laterForOne(said)
            : later(said);
      }
    }
    return new Outcome.Unknown("no answer to the message, which the mail server may have");
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
