package io.cornershop.eventing.consuming.partitions;

import java.util.Map;
import java.util.Set;

/**
 * Which topic is behind a name: one that was deleted and made anew has another id, and its offsets
 * say nothing about the former one's.
 */
public interface TopicIds {

  /**
   * The ids of these topics, by name; without those that the broker gives no id.
   *
   * @throws org.apache.kafka.common.KafkaException when the broker does not answer in time, or does
   *     not have one of the topics
   */
  Map<String, String> of(Set<String> topics);
}
