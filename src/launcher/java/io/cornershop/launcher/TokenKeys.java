package io.cornershop.launcher;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;

/** The keys of the local token issuer as PEM files, made at the first start. */
record TokenKeys(Path privateKey, Path publicKey) {

  private static final int BITS = 2048;

  static TokenKeys in(DataFolder data) throws IOException {
    Path folder = data.resolve("keys");
    if (Files.notExists(folder)) {
      generate(folder);
    }
    return inside(folder);
  }

  /** Those of another run, which made them. */
  static TokenKeys existing(Path data) throws CannotStart {
    Path folder = data.resolve("keys");
    if (Files.notExists(folder)) {
      throw new CannotStart(
          "No keys in %s: start the platform first, or set %s to its folder."
              .formatted(folder, Settings.DATA));
    }
    return inside(folder);
  }

  private static TokenKeys inside(Path folder) {
    return new TokenKeys(folder.resolve("private.pem"), folder.resolve("public.pem"));
  }

  /** Both files or none: the folder gets its name when they are complete. */
  private static void generate(Path folder) throws IOException {
    Path draft = Files.createTempDirectory(folder.getParent(), "keys");
    KeyPair pair = keyPair();
    write(draft.resolve("private.pem"), "PRIVATE KEY", pair.getPrivate());
    write(draft.resolve("public.pem"), "PUBLIC KEY", pair.getPublic());
    Files.move(draft, folder);
  }

  private static void write(Path file, String label, Key key) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    Files.createFile(file, ownerOnly());
    Files.writeString(
        file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, body, label));
  }

  private static FileAttribute<?>[] ownerOnly() {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    Set<PosixFilePermission> permissions = PosixFilePermissions.fromString("rw-------");
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
  }

  private static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has RSA", e);
    }
  }
}
