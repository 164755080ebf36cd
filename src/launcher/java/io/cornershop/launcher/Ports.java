package io.cornershop.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Looks, before anything starts, whether the ports are free. */
final class Ports {

  private Ports() {}

  static void requireFree(int port, String purpose, String setting) throws CannotStart {
    try {
      InetAddress host = InetAddress.getByName(Settings.HOST);
      new ServerSocket(port, 1, host).close();
    } catch (IOException e) {
      throw new CannotStart(
          "Port %d on %s, for %s, is taken: stop what listens there or set %s to a free port."
              .formatted(port, Settings.HOST, purpose, setting));
    }
  }
}
