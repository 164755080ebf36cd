package io.cornershop.launcher;

import java.nio.file.Path;
import java.util.List;

/** The JDK that runs the launcher runs everything else, whatever the PATH says. */
final class Java {

  static final String HOME = System.getProperty("java.home");

  /** The newer JDKs report what the libraries do with memory; nobody here can change that. */
  static final List<String> NO_WARNINGS =
      Runtime.version().feature() < 24
          ? List.of("--enable-native-access=ALL-UNNAMED")
          : List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  /** Starts quickly and stays small: a start is too short for the optimising compiler. */
  static final List<String> SMALL_SERVER = smallServer();

  private Java() {}

  private static List<String> smallServer() {
    var command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(HOME, "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
    command.addAll(NO_WARNINGS);
    return List.copyOf(command);
  }
}
