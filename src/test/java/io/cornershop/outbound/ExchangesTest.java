package io.cornershop.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.testing.Await;
import jakarta.ws.rs.ProcessingException;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class ExchangesTest {

  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final NotedRequests UNNOTED =
      new NotedRequests(HttpTraces.NONE, URI.create("http://provider.example"));

  /** Counts who uses it, and notes its end. */
  private static final class Client implements Closeable {

    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public void close() {
      closed.countDown();
    }

    boolean isClosed() {
      return closed.getCount() == 0;
    }
  }

  /** A connection to a server that sends a byte now and then, for ever. */
  private record Dripped(Socket socket) implements Closeable {

    static Dripped by(ServerSocket server) {
      try {
        return new Dripped(new Socket(server.getInetAddress(), server.getLocalPort()));
      } catch (IOException e) {
        throw new ProcessingException(e);
      }
    }

    byte[] all() {
      try {
        return Exchanges.bounded(socket.getInputStream());
      } catch (IOException e) {
        throw new ProcessingException(e);
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private final List<Client> made = new CopyOnWriteArrayList<>();

  private Client make() {
    Client client = new Client();
    made.add(client);
    return client;
  }

  @Test
  void an_answer_that_comes_byte_by_byte_without_an_end_is_cut_off() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Exchanges<Dripped> exchanges = new Exchanges<>(() -> Dripped.by(server), SHORT, UNNOTED)) {
      Thread.ofPlatform().daemon().start(() -> drip(server));

      assertThatThrownBy(() -> exchanges.within(Dripped::all)).isInstanceOf(EndlessAnswer.class);
    }
  }

  private static void drip(ServerSocket server) {
    try (Socket socket = server.accept()) {
      socket.setSoTimeout(20);
      while (true) {
        socket.getOutputStream().write('x');
        pause(socket);
      }
    } catch (IOException e) {
      assertThat(e).isNotNull();
    }
  }

  /** Nothing ever comes from the other side. */
  private static void pause(Socket socket) throws IOException {
    try {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
      throw new IOException("the other side has gone");
    } catch (SocketTimeoutException e) {
      assertThat(socket.isClosed()).isFalse();
    }
  }

  @Test
  void a_client_is_used_again_by_one_exchange_at_a_time() {
    try (Exchanges<Client> exchanges = new Exchanges<>(this::make, LONG, UNNOTED)) {
      Client first = exchanges.within(client -> client);
      Client second = exchanges.within(outer -> exchanges.within(inner -> inner));

      assertThat(made).hasSize(2).startsWith(first).endsWith(second);
      assertThat(exchanges.<Client>within(client -> client)).isIn(made);
    }
    assertThat(made).hasSize(2).allMatch(Client::isClosed);
  }

  @Test
  void a_client_with_which_something_broke_is_closed_and_not_used_again() {
    ProcessingException reset = new ProcessingException("reset");
    try (Exchanges<Client> exchanges = new Exchanges<>(this::make, LONG, UNNOTED)) {
      assertThatThrownBy(
              () ->
                  exchanges.within(
                      client -> {
                        throw reset;
                      }))
          .isSameAs(reset);
      Await.holds("the client is closed", () -> made.getFirst().isClosed());

      assertThat(exchanges.<Client>within(client -> client)).isNotSameAs(made.getFirst());
    }
  }

  @Test
  void an_answer_is_read_up_to_a_bound() {
    byte[] most = new byte[Exchanges.MOST_BYTES];
    assertThat(Exchanges.bounded(new ByteArrayInputStream(most))).isEqualTo(most);
    assertThatThrownBy(() -> Exchanges.bounded(endless())).isInstanceOf(EndlessAnswer.class);
  }

  private static InputStream endless() {
    return new InputStream() {
      @Override
      public int read() {
        return 'x';
      }
    };
  }
}
