package io.cornershop.eventing.store.mongo;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands between client and server and, when told so, loses the answers to some requests: the
 * server does the work, the client hears the connection break.
 */
final class CuttingProxy implements AutoCloseable {

  private static final String NOTHING = "";

  private final ServerSocket entrance;
  private final InetSocketAddress server;
  private final List<Closeable> open = new CopyOnWriteArrayList<>();
  private volatile String lost = NOTHING;

  CuttingProxy(InetSocketAddress server) {
    this.server = server;
    try {
      this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.add(entrance);
    Thread.ofPlatform().daemon().start(this::accept);
  }

  String connectionString() {
    return "mongodb://127.0.0.1:" + entrance.getLocalPort() + "/?retryReads=false";
  }

  /** From now on loses the answers to requests that contain this text. */
  void loseAnswersTo(String text) {
    lost = text;
  }

  void loseNothing() {
    lost = NOTHING;
  }

  private void accept() {
    try {
      while (true) {
        Connection connection = new Connection(entrance.accept(), new Socket());
        open.add(connection.client);
        open.add(connection.upstream);
        connection.upstream.connect(server);
        Thread.ofPlatform().daemon().start(connection::carryRequests);
        Thread.ofPlatform().daemon().start(connection::carryAnswers);
      }
    } catch (IOException e) {
      close();
    }
  }

  @Override
  public void close() {
    open.forEach(CuttingProxy::closeQuietly);
  }

  private static void closeQuietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Connection {

    private final Socket client;
    private final Socket upstream;
    private volatile boolean cut;

    Connection(Socket client, Socket upstream) {
      this.client = client;
      this.upstream = upstream;
    }

    void carryRequests() {
      carry(client, upstream, true);
    }

    void carryAnswers() {
      carry(upstream, client, false);
    }

    private void carry(Socket from, Socket to, boolean requests) {
      byte[] buffer = new byte[65_536];
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        int length = in.read(buffer);
        while (length >= 0 && (requests || !cut)) {
          cut |= requests && isLost(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
          out.write(buffer, 0, length);
          length = in.read(buffer);
        }
      } catch (IOException e) {
        cut = true; // either side went away, so both do
      }
      closeQuietly(client);
      closeQuietly(upstream);
    }

    private boolean isLost(String request) {
      return !lost.equals(NOTHING) && request.contains(lost);
    }
  }
}
