package io.cornershop.testing.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.ByteBuddy;

/**
 * An agent as a JVM wants it.
 *
 * @param file what it is called under {@code target}
 * @param attributes what the JVM asks for, besides the way to Byte Buddy
 * @param classes what belongs to it
 */
public record AgentJar(String file, Map<String, String> attributes, List<Class<?>> classes) {

  /** Writes it anew; where it is. */
  public Path write() {
    Path jar = Path.of("target", file).toAbsolutePath();
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.CLASS_PATH, homeOf(ByteBuddy.class));
    attributes.forEach((name, value) -> main.put(new Attributes.Name(name), value));
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (Class<?> type : classes) {
        String name = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(name));
        try (InputStream code = type.getResourceAsStream("/" + name)) {
          code.transferTo(out);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jar;
  }

  private static String homeOf(Class<?> type) {
    try {
      return type.getProtectionDomain().getCodeSource().getLocation().toURI().toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
