package io.cornershop.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The folder that a server writes its log to, and a way to leave it no room there. Whoever may
 * mount gives it a full file system, which ends with the server; whoever may not takes the
 * permission to write, which the next start gives back.
 */
final class LogFolder {

  private static final String MOUNT_AND_FILL =
      "mount -t tmpfs -o size=64k none \"$1\"; head -c 1M /dev/zero > \"$1/filler\" || true;"
          + " shift; exec \"$@\"";

  private final Path folder;

  LogFolder(Path folder) {
    this.folder = folder;
  }

  Path messages() {
    return folder.resolve("messages.log");
  }

  void giveRoom() {
    if (Files.exists(folder)) {
      permit("rwxr-xr-x");
    }
  }

  /** Leaves no room for what is started by the command that is to be put in front. */
  List<String> leaveNoRoom() {
    try {
      Files.createDirectories(folder.resolve("state"));
      Files.deleteIfExists(messages());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (System.getProperty("user.name").equals("root")) {
      return List.of("unshare", "-m", "sh", "-ec", MOUNT_AND_FILL, "sh", folder.toString());
    }
    permit("r-xr-xr-x");
    return List.of();
  }

  private void permit(String permissions) {
    try {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
