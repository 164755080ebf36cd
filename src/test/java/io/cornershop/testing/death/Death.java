package io.cornershop.testing.death;

import io.cornershop.testing.agent.AgentJar;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Where a JVM ends.
 *
 * @param type the class
 * @param times how often the method returns; the last return is seen by nobody
 * @param telling only returns count whose arguments, written without anything but letters and
 *     digits, tell this
 */
public record Death(String type, String method, int times, String telling) {

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
    AgentJar jar =
        new AgentJar(
            "death-agent.jar",
            Map.of("Premain-Class", DeathAgent.class.getName()),
            List.of(Death.class, DeathAgent.class, DeathAgent.Return.class));
    return Map.of("JVM_ARGS", "-javaagent:" + jar.write() + "=" + this);
  }
}
