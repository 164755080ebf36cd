package io.cornershop.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The folder that outlives a run; one run at a time holds it, until it closes it or ends. */
final class DataFolder implements AutoCloseable {

  private final Path root;

  private final FileChannel lock;

  private DataFolder(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  static DataFolder open(Path root) throws CannotStart {
    try {
      Files.createDirectories(root.resolve("logs"));
      FileChannel channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        throw new CannotStart(
            "The data folder %s is in use by another run: stop that one or set %s."
                .formatted(root, Settings.DATA));
      }
      return new DataFolder(root, channel);
    } catch (IOException e) {
      throw new CannotStart(
          "The data folder %s cannot be used (%s): set %s to one that can."
              .formatted(root, e, Settings.DATA));
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  Path resolve(String name) {
    return root.resolve(name);
  }

  /** A fresh log file; the one of the run before is kept, for who looks into a crash. */
  Path log(String name) throws IOException {
    Path log = root.resolve("logs").resolve(name + ".log");
    if (Files.exists(log)) {
      Path previous = log.resolveSibling(name + ".previous.log");
      Files.move(log, previous, StandardCopyOption.REPLACE_EXISTING);
    }
    return log;
  }
}
