package io.cornershop.testing.hang;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import io.cornershop.testing.agent.AgentJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Which calls of a method do not return.
 *
 * @param type the class
 * @param telling only calls whose arguments, written without anything but letters and digits, tell
 *     this
 */
public record Hang(String type, String method, String telling) {

  /** From now on, in a JVM that runs. */
  public Hanging in(long pid) {
    AgentJar jar =
        new AgentJar(
            "hang-agent.jar",
            Map.of(
                "Agent-Class",
                HangAgent.class.getName(),
                "Can-Retransform-Classes",
                "true",
                "Can-Redefine-Classes",
                "true"),
            List.of(Hang.class, HangAgent.class, HangAgent.Entry.class));
    Path file = jar.write();
    tell(pid, file, toString());
    return () -> tell(pid, file, "");
  }

  private static void tell(long pid, Path jar, String argument) {
    try {
      VirtualMachine jvm = VirtualMachine.attach(Long.toString(pid));
      try {
        jvm.loadAgent(jar.toString(), argument);
      } finally {
        jvm.detach();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean isToldBy(Object[] arguments) {
    return Arrays.toString(arguments).replaceAll("[^A-Za-z0-9]", "").contains(telling);
  }

  static Hang parse(String text) {
    String[] parts = text.split("[#:]", -1);
    return new Hang(parts[0], parts[1], parts[2]);
  }

  @Override
  public String toString() {
    return type + "#" + method + ":" + telling;
  }
}
