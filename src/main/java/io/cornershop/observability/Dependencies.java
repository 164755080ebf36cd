package io.cornershop.observability;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What answered when it was asked, and what is in the way.
 *
 * @param ready whether everything did without which this node is of no use, and nothing is
 * @param answered up, down or what is in the way, by the name of the probe or obstacle
 */
record Dependencies(boolean ready, Map<String, String> answered) {

  static Dependencies ask(Iterable<Probe> probes, Iterable<Obstacle> obstacles) {
    Map<String, String> answered = new LinkedHashMap<>();
    boolean ready = true;
    for (Probe probe : probes) {
      boolean answers = answers(probe);
      answered.put(probe.name(), answers ? "up" : "down");
      ready &= answers || !probe.required();
    }
    for (Obstacle obstacle : obstacles) {
      List<String> sentences = obstacle.sentences().get();
      answered.put(obstacle.name(), sentences.isEmpty() ? "up" : String.join("; ", sentences));
      ready &= sentences.isEmpty();
    }
    return new Dependencies(ready, answered);
  }

  /** Whatever goes wrong with a question, there is no answer. */
  private static boolean answers(Probe probe) {
    try {
      probe.question().call();
      return true;
    } catch (Exception e) {
      return false;
    }
  }
}
