package io.cornershop.eventing.publishing.topics;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** The topic whose only partition makes a node the relay, and on which the others wake it. */
public final class RelayTopic {

  public static final String NAME = "cornershop.relay";
  static final String GROUP = "cornershop.relay";
  public static final TopicPartition PARTITION = new TopicPartition(NAME, 0);

  private static final String SWEEP = "*";

  private RelayTopic() {}

  /** A record that wakes the relay for these commits, and lets it look for others. */
  public static ProducerRecord<String, String> wakeUp(Collection<String> commitIds, boolean sweep) {
    Stream<String> first = sweep ? Stream.of(SWEEP) : Stream.empty();
    List<String> lines = Stream.concat(first, commitIds.stream()).toList();
    return new ProducerRecord<>(NAME, PARTITION.partition(), null, String.join("\n", lines));
  }

  /** Passes on what such a record says: ids of commits, and the wish to look for others. */
  public static void deliver(String wakeUp, Consumer<String> commit, Runnable sweep) {
    wakeUp
        .lines()
        .forEach(
            line -> {
              if (line.equals(SWEEP)) {
                sweep.run();
              } else {
                commit.accept(line);
              }
            });
  }
}
