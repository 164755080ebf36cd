package io.cornershop.observability;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What answered when it was asked.
 *
 * @param ready whether everything did without which this node is of no use
 * @param answered by the name of the probe
 */
record Dependencies(boolean ready, Map<String, Boolean> answered) {

  static Dependencies ask(Iterable<Probe> probes) {
    Map<String, Boolean> answered = new LinkedHashMap<>();
    boolean ready = true;
    for (Probe probe : probes) {
      boolean answers = answers(probe);
      answered.put(probe.name(), answers);
      ready &= answers || !probe.required();
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
