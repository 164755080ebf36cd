package io.cornershop.observability;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * What answered when it was asked, and what is in the way.
 *
 * @param ready whether everything did without which this node is of no use, and nothing is
 * @param answered up, down or what is in the way, by the name of the probe or obstacle
 */
record Dependencies(boolean ready, Map<String, String> answered) {

  private static final String UP = "up";
  private static final String DOWN = "down";

  /** Asks all at once; who has not answered when the time is over does not answer. */
  static Dependencies ask(
      Questions questions, Iterable<Probe> probes, Iterable<Obstacle> obstacles) {
    Map<String, Callable<String>> asked = new LinkedHashMap<>();
    Set<String> optional = new HashSet<>();
    for (Probe probe : probes) {
      asked.put(
          probe.name(),
          () -> {
            probe.question().call();
            return UP;
          });
      if (!probe.required()) {
        optional.add(probe.name());
      }
    }
    for (Obstacle obstacle : obstacles) {
      asked.put(obstacle.name(), () -> inTheWay(obstacle.sentences().get()));
    }
    Map<String, String> answered = questions.ask(asked, DOWN);
    return new Dependencies(
        answered.entrySet().stream()
            .allMatch(answer -> answer.getValue().equals(UP) || optional.contains(answer.getKey())),
        answered);
  }

  private static String inTheWay(List<String> sentences) {
    return sentences.isEmpty() ? UP : String.join("; ", sentences);
  }
}
