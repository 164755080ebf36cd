package io.cornershop.notifications.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server on a socket that does at each step what a test tells it, and counts. */
public final class ScriptedSmtpServer implements AutoCloseable {

  /** The points at which something can go wrong. BODY is after the first line of a message. */
  public enum Step {
    GREETING("220 ready"),
    EHLO("250-here\r\n250 8BITMIME"),
    STARTTLS("220 go on"),
    AUTH("235 welcome"),
    MAIL("250 ok"),
    RCPT("250 ok"),
    DATA("354 go on"),
    BODY(""),
    END("250 2.0.0 queued"),
    RSET("250 ok"),
    NOOP("250 ok");

    private final String usual;

    Step(String usual) {
      this.usual = usual;
    }
  }

  /** Says nothing more, and keeps the connection. */
  public static final String HANG = "(hang)";

  /** Closes the connection without a word. */
  static final String DIE = "(die)";

  /** Speaks without an end. */
  static final String CHATTER = "(chatter)";

  /** After a reply: resets the connection at once, so that nothing more can be said. */
  static final String AND_HANG_UP = "(and hang up)";

  private final ServerSocket listening;
  private final Map<Step, String> script = new ConcurrentHashMap<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final Optional<SSLContext> tls;
  private final boolean implicit;

  private ScriptedSmtpServer(Optional<SSLContext> tls, boolean implicit) throws IOException {
    this.tls = tls;
    this.implicit = implicit;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().start(this::accept);
  }

  public static ScriptedSmtpServer plain() throws IOException {
    return new ScriptedSmtpServer(Optional.empty(), false);
  }

  static ScriptedSmtpServer withStartTls(SSLContext tls) throws IOException {
    ScriptedSmtpServer server = new ScriptedSmtpServer(Optional.of(tls), false);
    server.at(Step.EHLO, "250-here\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN");
    return server;
  }

  static ScriptedSmtpServer withTls(SSLContext tls) throws IOException {
    ScriptedSmtpServer server = new ScriptedSmtpServer(Optional.of(tls), true);
    server.at(Step.EHLO, "250-here\r\n250 AUTH PLAIN LOGIN");
    return server;
  }

  public ScriptedSmtpServer at(Step step, String reply) {
    script.put(step, reply);
    return this;
  }

  /** Does the usual again. */
  public void asUsualAt(Step step) {
    script.remove(step);
  }

  public int port() {
    return listening.getLocalPort();
  }

  /** Whatever has arrived with its end, taken or refused. */
  public List<String> messages() {
    return List.copyOf(messages);
  }

  List<String> commands() {
    return List.copyOf(commands);
  }

  int connections() {
    return connections.get();
  }

  int openConnections() {
    return open.size();
  }

  /** As a mail server that is restarted while nobody talks to it. */
  void dropConnections() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        connections.incrementAndGet();
        open.add(socket);
        Thread.ofPlatform().daemon().start(() -> talk(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void talk(Socket raw) {
    try (raw;
        Socket socket = implicit ? encrypted(raw) : raw) {
      new Talk(socket).run();
    } catch (IOException | UncheckedIOException e) {
      commands.add("(connection lost)");
    } finally {
      open.remove(raw);
    }
  }

  private Socket encrypted(Socket raw) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            tls.orElseThrow().getSocketFactory().createSocket(raw, null, raw.getPort(), true);
    socket.setUseClientMode(false);
    socket.startHandshake();
    return socket;
  }

  @Override
  public void close() throws IOException {
    listening.close();
    dropConnections();
  }

  /** One connection. */
  private final class Talk {

    private Socket socket;
    private BufferedReader lines;

    Talk(Socket socket) throws IOException {
      use(socket);
    }

    private void use(Socket other) throws IOException {
      socket = other;
      lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    void run() throws IOException {
      say(Step.GREETING);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        commands.add(line);
        Step step = step(line);
        say(step);
        if (step == Step.STARTTLS) {
          use(encrypted(socket));
        }
        if (step == Step.DATA && reply(step).startsWith("354")) {
          readMessage();
        }
      }
    }

    private static Step step(String line) throws IOException {
      String verb = line.split("[ :]", 2)[0];
      if (verb.equals("QUIT")) {
        throw new IOException("bye");
      }
      return Step.valueOf(verb);
    }

    private void readMessage() throws IOException {
      StringBuilder message = new StringBuilder();
      for (String line = lines.readLine(); !line.equals("."); line = lines.readLine()) {
        message.append(line).append('\n');
        say(Step.BODY);
      }
      messages.add(message.toString());
      say(Step.END);
    }

    private String reply(Step step) {
      return script.getOrDefault(step, step.usual);
    }

    private void say(Step step) throws IOException {
      switch (reply(step)) {
        case "" -> {}
        case DIE -> throw new IOException("dies");
        case HANG -> listenInVain();
        case CHATTER -> chatter();
        default -> answer(reply(step));
      }
    }

    private void answer(String reply) throws IOException {
      write(reply.replace(AND_HANG_UP, ""));
      if (reply.endsWith(AND_HANG_UP)) {
        socket.setSoLinger(true, 0);
        socket.close();
        throw new IOException("hangs up");
      }
    }

    private void write(String reply) throws IOException {
      socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
    }

    private void listenInVain() throws IOException {
      while (lines.readLine() != null) {
        commands.add("(in vain)");
      }
      throw new IOException("the other side has gone");
    }

    /** A line every now and then, so that no single wait is long. */
    private void chatter() throws IOException {
      socket.setSoTimeout(20);
      while (true) {
        write("250-and");
        try {
          if (lines.readLine() == null) {
            throw new IOException("the other side has gone");
          }
        } catch (SocketTimeoutException e) {
          commands.add("(still there)");
        }
      }
    }
  }
}
