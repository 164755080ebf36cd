package io.cornershop.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Programs of others, which {@code .ci/tools} puts into {@code target/tools}. */
final class Tools {

  private static final Path FOLDER = Path.of("target", "tools");
  private static final long DEADLINE_SECONDS = 300;

  private Tools() {}

  /** The program. Without it the test fails in continuous integration, and is skipped elsewhere. */
  static Path find(String program) {
    Path path = FOLDER.resolve(program).toAbsolutePath();
    if (!Files.isExecutable(path)) {
      String missing = "SKIPPED: " + program + " is not there; run .ci/tools to have it";
      assertThat(System.getenv("CI")).as(missing).isNull();
      System.err.println(missing);
      Assumptions.abort(missing);
    }
    return path;
  }

  /** Runs it to its end; an error with what it has printed when it does not end well. */
  static void run(Path program, String... arguments) {
    List<String> command =
        Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList();
    try {
      Path output = Files.createTempFile(FOLDER, "output", ".txt");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      String printed = Files.readString(output, StandardCharsets.UTF_8);
      Files.delete(output);
      assertThat(ended && process.exitValue() == 0).as("%s: %s", command, printed).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
