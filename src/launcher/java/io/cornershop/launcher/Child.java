package io.cornershop.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A server that the launcher has started. Ends with the launcher, see {@link Lifeline}. */
record Child(String name, String whereToLook, Process process) {

  private static final long GRACE_SECONDS = 20;

  /** Starts {@code main} with its log in {@code log}. */
  static Child start(String name, Class<?> main, Path log, String... arguments) throws IOException {
    Process process =
        new ProcessBuilder(Java.command(main, arguments))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return new Child(name, log.toString(), process);
  }

  /** Tells the server which process it has to take down should the launcher be killed. */
  void guard(Process application) throws IOException {
    var line = Lifeline.APPLICATION + application.pid() + "\n";
    process.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /** Of a server that has ended. */
  int exitCode() {
    return process.onExit().join().exitValue();
  }

  /** Lets the server close its files and end. */
  void askToStop() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      process.destroy();
    }
  }

  /** Returns when the server has ended. */
  void awaitStop() {
    if (!Processes.endsWithin(GRACE_SECONDS, process.toHandle())) {
      process.destroyForcibly();
    }
  }
}
