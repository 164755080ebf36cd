package io.cornershop.eventing.api.consumers;

import io.cornershop.eventing.consuming.steering.SeekTarget;
import io.cornershop.kernel.InvalidValue;
import java.util.Map;

/** Whether a channel has the place that it is to go back to. */
final class SeekPlace {

  private SeekPlace() {}

  /**
   * Refuses a place that is not there: nobody would ever carry the seek out.
   *
   * @param ends of the topic's partitions; empty when the channel does not read the topic
   * @throws InvalidValue when there is no such topic, partition or offset
   */
  static void require(SeekTarget.Offset place, Map<Integer, Long> ends) {
    if (ends.isEmpty()) {
      throw new InvalidValue("topic", "must be one that the channel reads");
    }
    Long end = ends.get(place.partition());
    if (end == null) {
      throw new InvalidValue(
          "partition", "must be one of the " + ends.size() + " that the topic has, from 0");
    }
    if (place.offset() > end) {
      throw new InvalidValue("offset", "must be at most the end of the partition, " + end);
    }
  }
}
