package io.cornershop.eventing.crashes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How a node of the tests runs.
 *
 * @param name stable over restarts: a node takes up the commands of the one that had its name
 * @param journal the folder in which it notes what was acknowledged
 * @param clockOffset how far its clock is off
 * @param commands that each of its writers gives in its life, over all restarts
 */
record NodeSettings(
    String name, Servers servers, Path journal, Fault fault, Duration clockOffset, int commands) {

  /** More than a test waits for. */
  static final int ENDLESS = 1_000_000;

  /** Where the servers are. */
  record Servers(String mongo, String kafka) {}

  static NodeSettings of(String name, Servers servers, Path journal) {
    return new NodeSettings(name, servers, journal, Fault.NONE, Duration.ZERO, ENDLESS);
  }

  NodeSettings dyingAt(Fault point) {
    return new NodeSettings(name, servers, journal, point, clockOffset, commands);
  }

  NodeSettings withClockOffset(Duration offset) {
    return new NodeSettings(name, servers, journal, fault, offset, commands);
  }

  NodeSettings untilCommand(int last) {
    return new NodeSettings(name, servers, journal, fault, clockOffset, last);
  }

  List<String> toArguments() {
    return List.of(
        name,
        servers.mongo(),
        servers.kafka(),
        journal.toString(),
        fault.toString(),
        clockOffset.toString(),
        Integer.toString(commands));
  }

  static NodeSettings parse(String[] arguments) {
    return new NodeSettings(
        arguments[0],
        new Servers(arguments[1], arguments[2]),
        Path.of(arguments[3]),
        Fault.parse(arguments[4]),
        Duration.parse(arguments[5]),
        Integer.parseInt(arguments[6]));
  }
}
