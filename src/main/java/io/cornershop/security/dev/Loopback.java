package io.cornershop.security.dev;

import java.util.Set;

/** Whether a request came from this machine and was meant for it. */
final class Loopback {

  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private Loopback() {}

  /**
   * @param localAddress where the connection arrived
   * @param host what the caller calls this machine: a page of another site that has pointed its own
   *     name here gives itself away by that name
   */
  static boolean is(String localAddress, String host) {
    boolean arrivedHere =
        localAddress.startsWith("127.")
            || localAddress.equals("::1")
            || localAddress.equals("0:0:0:0:0:0:0:1");
    return arrivedHere && NAMES.contains(host);
  }
}
