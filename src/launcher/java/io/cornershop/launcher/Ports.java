package io.cornershop.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/** Looks whether anybody listens on the loopback interface. */
final class Ports {

  private static final long PAUSE_MILLIS = 100;

  private Ports() {}

  static void requireFree(int port, String purpose, String setting) throws CannotStart {
    try (var socket = new ServerSocket()) {
      socket.bind(address(port));
    } catch (IOException e) {
      throw new CannotStart(
          "Port %d on %s, for %s, is taken: stop what listens there or set %s to a free port."
              .formatted(port, Settings.HOST, purpose, setting));
    }
  }

  /** Returns when a server listens; one that dies instead ends the launcher. */
  static void awaitServer(int port) throws InterruptedException {
    while (!isServed(port)) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  private static boolean isServed(int port) {
    try (var socket = new Socket()) {
      socket.connect(address(port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static InetSocketAddress address(int port) {
    return new InetSocketAddress(Settings.HOST, port);
  }
}
