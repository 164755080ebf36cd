package io.cornershop.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The commands under "First steps" of the README, as a newcomer would copy them. */
public final class ReadmeSteps {

  private static final String DOCUMENTED = "http://127.0.0.1:9080";
  private static final Pattern SECTION = Pattern.compile("(?s)\n## First steps\n(.*?)\n## ");
  private static final Pattern BLOCK = Pattern.compile("(?s)\n```\n(.*?)\n```");
  private static final long DEADLINE_SECONDS = 60;

  private ReadmeSteps() {}

  /** All commands in order, for a platform at another address than the documented one. */
  public static String script(URI base) {
    String readme = read(Path.of("README.md"));
    String section = SECTION.matcher(readme).results().findFirst().orElseThrow().group(1);
    return BLOCK
        .matcher(section)
        .results()
        .map((MatchResult block) -> block.group(1))
        .collect(Collectors.joining("\necho\n", "", "\n"))
        .replace(DOCUMENTED, base.toString());
  }

  /** Runs the commands; what they print. */
  public static String run(URI base) throws IOException, InterruptedException {
    Path output =
        Files.createTempFile(Files.createDirectories(Path.of("target")), "readme", ".out");
    Process shell =
        new ProcessBuilder("bash", "-eu", "-c", script(base))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!shell.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
      shell.destroyForcibly();
      throw new AssertionError("The README's commands do not end: " + read(output));
    }
    if (shell.exitValue() != 0) {
      throw new AssertionError("The README's commands fail: " + read(output));
    }
    return read(output);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
