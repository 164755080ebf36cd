package io.cornershop.launcher.mail;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.helper.BasicMessageHandlerFactory;
import org.subethamail.smtp.helper.BasicMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/**
 * The mail server of the local run, and what stands for SMS providers and push services: takes
 * everything, sends none on, and shows it. On the loopback interface, inside the launcher, without
 * a file: it forgets with its end.
 */
public final class EmbeddedInbox implements AutoCloseable {

  /** Whose remarks about connections nobody needs. */
  public static final String LOG = "org.subethamail";

  /** The path below which SMS are taken. */
  public static final String SMS = OutboxPages.SMS;

  private static final String HOST = "127.0.0.1";

  static final int MOST_BYTES_OF_ONE = 512 << 10;

  /** Where the connection ends, instead of a refusal after the end. */
  private static final int MOST_BYTES_READ = 4 * MOST_BYTES_OF_ONE;

  private static final int MOST_CONNECTIONS = 32;
  private static final int TIMEOUT_SECONDS = 60;

  private final Inbox inbox = new Inbox();
  private final SMTPServer smtp;
  private final HttpServer page;
  private final ExecutorService answering =
      Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().name("inbox").factory());

  private EmbeddedInbox(int smtpPort, int pagePort) throws IOException {
    InetAddress loopback = InetAddress.getByName(HOST);
    BasicMessageListener taking = (context, from, to, bytes) -> take(to, bytes);
    smtp =
        SMTPServer.port(smtpPort)
            .bindAddress(loopback)
            .hostName("inbox.cornershop.local")
            .softwareName("CornerShop inbox")
            .messageHandlerFactory(new BasicMessageHandlerFactory(taking, MOST_BYTES_READ))
            .maxConnections(MOST_CONNECTIONS)
            .connectionTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
            .build();
    page = HttpServer.create(new InetSocketAddress(loopback, pagePort), 0);
    page.setExecutor(answering);
    page.createContext("/", new InboxPages(inbox));
    OutboxPages outbox = new OutboxPages(new Outbox());
    List.of(OutboxPages.SMS, OutboxPages.PUSH, OutboxPages.SHOWN)
        .forEach(path -> page.createContext(path, outbox));
  }

  private void take(String to, byte[] bytes) throws RejectException {
    if (bytes.length > MOST_BYTES_OF_ONE) {
      throw new RejectException(552, "5.3.4 Too large");
    }
    inbox.add(id -> MailReader.read(id, to, bytes));
  }

  /** Listens from now on; 0 for any port that is free. */
  public static EmbeddedInbox start(int smtpPort, int pagePort) throws IOException {
    EmbeddedInbox started = new EmbeddedInbox(smtpPort, pagePort);
    started.smtp.start();
    started.page.start();
    return started;
  }

  /** Where mails are taken. */
  public int smtpPort() {
    return smtp.getPortAllocated();
  }

  /** Where they can be read. */
  public int pagePort() {
    return page.getAddress().getPort();
  }

  @Override
  public void close() {
    smtp.stop();
    page.stop(0);
    answering.shutdownNow();
  }
}
