package io.cornershop.testing.death;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.ByteBuddy;

/**
 * Where a JVM ends.
 *
 * @param type the class
 * @param times how often the method returns; the last return is seen by nobody
 * @param telling only returns count whose arguments, written without anything but letters and
 *     digits, tell this
 */
public record Death(String type, String method, int times, String telling) {

  private static final Path JAR = Path.of("target", "death-agent.jar").toAbsolutePath();

  /** What belongs to the agent. */
  private static final List<Class<?>> CLASSES =
      List.of(Death.class, DeathAgent.class, DeathAgent.Return.class);

  /** Whatever the arguments are. */
  public Death(String type, String method, int times) {
    this(type, method, times, "");
  }

  /** The same end, so many times later. */
  public Death later(int factor) {
    return new Death(type, method, times * factor, telling);
  }

  boolean isToldBy(Object[] arguments) {
    return telling.isEmpty()
        || Arrays.toString(arguments).replaceAll("[^A-Za-z0-9]", "").contains(telling);
  }

  static Death parse(String text) {
    String[] parts = text.split("[#@:]", -1);
    return new Death(parts[0], parts[1], Integer.parseInt(parts[2]), parts[3]);
  }

  @Override
  public String toString() {
    return type + "#" + method + "@" + times + ":" + telling;
  }

  /** What gives this end to the application server of a launcher. */
  public Map<String, String> environment() {
    writeJar();
    return Map.of("JVM_ARGS", "-javaagent:" + JAR + "=" + this);
  }

  private static void writeJar() {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(new Attributes.Name("Premain-Class"), DeathAgent.class.getName());
    attributes.put(Attributes.Name.CLASS_PATH, homeOf(ByteBuddy.class));
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(JAR), manifest)) {
      for (Class<?> type : CLASSES) {
        String name = type.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(name));
        try (InputStream code = type.getResourceAsStream("/" + name)) {
          code.transferTo(jar);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String homeOf(Class<?> type) {
    try {
      return type.getProtectionDomain().getCodeSource().getLocation().toURI().toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
