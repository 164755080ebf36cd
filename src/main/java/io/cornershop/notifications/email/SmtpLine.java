package io.cornershop.notifications.email;

import io.cornershop.kernel.Reason;
import io.cornershop.notifications.messages.Outcome;
import jakarta.mail.Address;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Properties;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One connection to the mail server, used by one thread at a time. Knows how far the last message
 * has come: before the final dot the server has nothing, whatever it has read; from the dot on it
 * may have the message until it answers.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321#section-4.2.5">RFC 5321, who is responsible
 *     when</a>
 */
final class SmtpLine extends SMTPTransport {

  private static final Logger LOG = System.getLogger(SmtpLine.class.getName());

  private static final int TAKEN = 250;

  private final MailSettings settings;
  private final SSLSocketFactory tls;
  private final Socket socket = new Socket();
  private boolean ended;
  private boolean answered;
  private int endCode;
  private String endAnswer = "";

  /**
   * @param session of {@link #session}: to make one looks for classes, so all lines share it
   */
  SmtpLine(Session session, MailSettings settings, SSLSocketFactory tls) {
    super(session, new URLName("smtp", settings.place().host(), -1, null, null, null));
    this.settings = settings;
    this.tls = tls;
  }

  static Session session(MailSettings settings, SSLSocketFactory tls) {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", settings.place().host());
    properties.put("mail.smtp.from", settings.from());
    properties.put(
        "mail.smtp.localhost", settings.from().substring(settings.from().indexOf('@') + 1));
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.auth", Boolean.toString(settings.login().isPresent()));
    properties.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.socketFactory", tls);
    properties.put(
        "mail.smtp.starttls.enable", Boolean.toString(settings.tls() != MailSettings.Tls.NONE));
    properties.put(
        "mail.smtp.starttls.required",
        Boolean.toString(settings.tls() == MailSettings.Tls.REQUIRED));
    return Session.getInstance(properties, settings.login().map(SmtpLine::known).orElse(null));
  }

  private static Authenticator known(MailSettings.Login login) {
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(login.username(), login.password());
      }
    };
  }

  /** Connects, greets and logs in. */
  void open() throws IOException, MessagingException {
    int millis = Math.toIntExact(settings.timeout().toMillis());
    String host = settings.place().host();
    // named as configured, whatever its address is called elsewhere: its certificate is checked by
    // it
    InetAddress address = InetAddress.getByAddress(host, InetAddress.getByName(host).getAddress());
    socket.connect(new InetSocketAddress(address, settings.place().port()), millis);
    socket.setSoTimeout(millis);
    connect(settings.tls() == MailSettings.Tls.IMPLICIT ? encrypted(host) : socket);
  }

  private Socket encrypted(String host) throws IOException {
    SSLSocket encrypted = (SSLSocket) tls.createSocket(socket, host, settings.place().port(), true);
    SSLParameters parameters = encrypted.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    encrypted.setSSLParameters(parameters);
    encrypted.startHandshake();
    return encrypted;
  }

  /** Whether it was opened and not closed since, as far as can be said without asking. */
  boolean isOpen() {
    return socket.isConnected() && !socket.isClosed();
  }

  /** One try. Whatever breaks, the answer says how far the message has come. */
  Outcome send(Letter letter, Address to) {
    ended = false;
    answered = false;
    endCode = 0;
    try {
      sendMessage(letter, new Address[] {to});
      return new Outcome.Sent(letter.getMessageID());
    } catch (MessagingException e) {
      return ended ? afterEnd() : Verdict.beforeEnd(e);
    }
  }

  private Outcome afterEnd() {
    return endCode == TAKEN ? new Outcome.Sent("") : Verdict.ofEnd(endCode, endAnswer);
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    ended = true;
    super.finishData();
  }

  /** Keeps the answer to the end, whatever breaks behind it: the library goes on talking. */
  @Override
  protected int readServerResponse() throws MessagingException {
    boolean ofEnd = ended && !answered;
    answered = ended;
    int code = super.readServerResponse();
    if (ofEnd) {
      endCode = code;
      endAnswer = getLastServerResponse();
    }
    return code;
  }

  /** Ends the connection at once, from any thread; whoever waits for an answer gets none. */
  void cut() {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "A connection to the mail server did not close: {0}", Reason.line(e));
    }
  }

  /** Takes leave and closes. */
  void quit() {
    try {
      close();
    } catch (MessagingException e) {
      LOG.log(Level.DEBUG, "The mail server did not take leave: {0}", Reason.line(e));
    } finally {
      cut();
    }
  }
}
