package io.cornershop.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;

/** Ports on the loopback interface on which nobody listens. */
public final class FreePorts {

  private FreePorts() {}

  /** So many different ones. */
  public static List<Integer> find(int count) {
    if (count == 0) {
      return List.of();
    }
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Stream<Integer> others = find(count - 1).stream();
      return Stream.concat(Stream.of(socket.getLocalPort()), others).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
