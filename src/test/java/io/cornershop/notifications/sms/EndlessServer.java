package io.cornershop.notifications.sms;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A provider that takes a request and goes on answering for as long as somebody listens. */
final class EndlessServer implements AutoCloseable {

  /** What has no end. */
  enum Without {
    /** The headers, byte by byte. */
    HEADERS("HTTP/1.1 201 Created\r\nX-More: ", "x"),
    /** The body, byte by byte. */
    LAST_BYTE("HTTP/1.1 201 Created\r\nConnection: close\r\n\r\n", "x"),
    /** The body, as fast as it is read. */
    LENGTH("HTTP/1.1 201 Created\r\nConnection: close\r\n\r\n", "x".repeat(1 << 16));

    private final String begin;
    private final String more;

    Without(String begin, String more) {
      this.begin = begin;
      this.more = more;
    }
  }

  private static final int PAUSE = 100;

  private final ServerSocket listening;
  private final Without end;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private final AtomicInteger gone = new AtomicInteger();
  private final AtomicLong written = new AtomicLong();

  private EndlessServer(ServerSocket listening, Without end) {
    this.listening = listening;
    this.end = end;
  }

  static EndlessServer start(Without end) throws IOException {
    EndlessServer server =
        new EndlessServer(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()), end);
    Thread.ofPlatform().daemon().start(server::accept);
    return server;
  }

  String url() {
    return "http://127.0.0.1:" + listening.getLocalPort();
  }

  int openConnections() {
    return open.size();
  }

  /** What was taken of it, and what lies on the way. */
  long written() {
    return written.get();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        open.add(socket);
        Thread.ofPlatform().daemon().start(() -> answer(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void answer(Socket socket) {
    try (socket) {
      socket.getOutputStream().write(end.begin.getBytes(US_ASCII));
      socket.setSoTimeout(PAUSE);
      byte[] heard = new byte[1 << 16];
      byte[] more = end.more.getBytes(US_ASCII);
      while (end == Without.LENGTH || isThere(socket, heard)) {
        socket.getOutputStream().write(more);
        written.addAndGet(more.length);
      }
    } catch (IOException e) {
      gone.incrementAndGet();
    } finally {
      open.remove(socket);
    }
  }

  private static boolean isThere(Socket socket, byte[] heard) throws IOException {
    try {
      return socket.getInputStream().read(heard) >= 0;
    } catch (SocketTimeoutException silent) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
