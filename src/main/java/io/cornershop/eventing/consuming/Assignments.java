package io.cornershop.eventing.consuming;

import io.cornershop.eventing.deadletters.HeldSequence.Home;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * The partitions that one Kafka consumer holds: takes them in, and lets them go in order. Only the
 * poll loop's thread uses it, but for {@link #status} and {@link #inFlight}.
 */
final class Assignments implements ConsumerRebalanceListener {

  private static final Logger LOG = System.getLogger(Assignments.class.getName());

  private final Consumer<String, byte[]> kafka;
  private final CommittedOffsets committed;
  private final Duration drainTimeout;
  private final Map<TopicPartition, PartitionProgress> partitions = new ConcurrentHashMap<>();
  private final Map<TopicPartition, OptionalLong> lags = new ConcurrentHashMap<>();
  private boolean full;

  Assignments(Consumer<String, byte[]> kafka, Duration drainTimeout) {
    this.kafka = kafka;
    this.committed = new CommittedOffsets(kafka);
    this.drainTimeout = drainTimeout;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
    committed
        .load(assigned)
        .forEach((partition, offsets) -> partitions.put(partition, new PartitionProgress(offsets)));
    if (full) {
      kafka.pause(assigned);
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
    release(revoked);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> lost) {
    // Somebody else has them already: a commit would be refused.
    forget(lost);
  }

  /** Finishes and commits all that can be finished in time, then lets go of everything. */
  void releaseAll() {
    release(Set.copyOf(partitions.keySet()));
  }

  /** Lets go of everything without a commit. */
  void forgetAll() {
    forget(Set.copyOf(partitions.keySet()));
  }

  private void release(Collection<TopicPartition> gone) {
    Map<TopicPartition, PartitionProgress> leaving = new HashMap<>(partitions);
    leaving.keySet().retainAll(gone);
    leaving.values().forEach(PartitionProgress::leave);
    try {
      settle(leaving);
      committed.commitNow(leaving, drainTimeout);
    } finally {
      forget(gone);
    }
  }

  private void settle(Map<TopicPartition, PartitionProgress> leaving) {
    long deadline = System.nanoTime() + drainTimeout.toNanos();
    try {
      for (Map.Entry<TopicPartition, PartitionProgress> entry : leaving.entrySet()) {
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        if (!entry.getValue().awaitSettled(left)) {
          LOG.log(Level.WARNING, "{0} leaves with events that still run", entry.getKey());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void forget(Collection<TopicPartition> gone) {
    partitions.forEach(
        (partition, progress) -> {
          if (gone.contains(partition)) {
            progress.abandon();
          }
        });
    partitions.keySet().removeAll(gone);
    lags.keySet().removeAll(gone);
  }

  /** Stops or resumes the flow; the membership of the group goes on. */
  void setFull(boolean now) {
    full = now;
    if (full) {
      kafka.pause(kafka.assignment());
    } else {
      kafka.resume(kafka.paused());
    }
  }

  /** The records that are to be handled. */
  List<Polled> accept(ConsumerRecords<String, byte[]> records) {
    return StreamSupport.stream(records.spliterator(), false)
        .map(r -> new Polled(r, partitions.get(new TopicPartition(r.topic(), r.partition()))))
        .filter(polled -> polled.partition().delivered(polled.record().offset()))
        .toList();
  }

  void commit() {
    committed.commit(partitions);
    partitions.keySet().forEach(partition -> lags.put(partition, kafka.currentLag(partition)));
  }

  int inFlight() {
    return partitions.values().stream().mapToInt(PartitionProgress::unfinished).sum();
  }

  /** The partitions that this node has, by the name that held keys have for them. */
  Map<Home, PartitionProgress> owned() {
    return partitions.entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> new Home(entry.getKey().topic(), entry.getKey().partition()),
                Map.Entry::getValue));
  }

  /** What this node reads at the moment. */
  List<ConsumerStatus.Partition> status() {
    return partitions.entrySet().stream()
        .map(entry -> status(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparing(ConsumerStatus.Partition::topic)
                .thenComparing(ConsumerStatus.Partition::partition))
        .toList();
  }

  private ConsumerStatus.Partition status(TopicPartition partition, PartitionProgress progress) {
    return new ConsumerStatus.Partition(
        partition.topic(),
        partition.partition(),
        progress.position(),
        committed.of(partition),
        progress.unfinished(),
        lags.getOrDefault(partition, OptionalLong.empty()));
  }
}
