package io.cornershop.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The JDK that runs the launcher runs everything else, whatever the PATH says. */
final class Java {

  static final String HOME = System.getProperty("java.home");

  private static final int FIRST_TO_REPORT_UNSAFE = 24;

  private static final String SERIAL = "-XX:+UseSerialGC";

  /** A developer's run is mostly a start: more than the optimising compiler could win back. */
  private static final List<String> QUICK = List.of(SERIAL, "-XX:TieredStopAtLevel=1");

  /** Every reply waits for these: compiled well, and with collections that are short. */
  private static final List<String> STEADY = List.of("-Xmx256m", "-Xmn24m", SERIAL);

  /** The newer JDKs report what the libraries do with memory; nobody here can change that. */
  private static final List<String> QUIET =
      Runtime.version().feature() < FIRST_TO_REPORT_UNSAFE
          ? List.of("--enable-native-access=ALL-UNNAMED")
          : List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  /** Of the virtual machine's warnings, the application server causes one at each start. */
  private static final List<String> NO_WARNINGS =
      List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-PrintWarnings");

  private Java() {}

  /** The options of the application server's JVM, which has others in its jvm.options. */
  static String serverOptions() {
    return String.join(" ", Stream.of(QUICK, QUIET, NO_WARNINGS).flatMap(List::stream).toList());
  }

  /** The command that runs {@code main} with the launcher's own class path. */
  static List<String> command(Class<?> main, String... arguments) {
    return Stream.of(
            List.of(Path.of(HOME, "bin", "java").toString()),
            STEADY,
            QUIET,
            List.of("-classpath", System.getProperty("java.class.path"), main.getName()),
            List.of(arguments))
        .flatMap(List::stream)
        .toList();
  }
}
