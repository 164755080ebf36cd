package io.cornershop.eventing.consuming;

import io.cornershop.eventing.consuming.steering.Seek;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final Replays replays;
  private final Runnable healing;
  private boolean stopped;

  /**
   * @param healing is run for each partition that lacks events
   */
  Assignments(
      Consumer<String, byte[]> kafka, Duration drainTimeout, Replays replays, Runnable healing) {
    this.kafka = kafka;
    this.committed = new CommittedOffsets(kafka);
    this.drainTimeout = drainTimeout;
    this.replays = replays;
    this.healing = healing;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
    Map<TopicPartition, LogBounds.Start> starts =
        new LogBounds(kafka).starts(assigned, committed.load(assigned));
    Map<TopicPartition, Replay.Part> missing = new HashMap<>();
    starts.forEach(
        (partition, start) -> {
          PartitionProgress progress = begin(partition, start.tracker(), start.offset());
          start.missing().ifPresent(why -> missing.put(partition, lost(partition, progress, why)));
        });
    replays.begin(missing, 0);
    flow(stopped);
  }

  private PartitionProgress begin(TopicPartition partition, OffsetTracker offsets, long offset) {
    PartitionProgress progress = new PartitionProgress(offsets);
    partitions.put(partition, progress);
    kafka.seek(partition, offset);
    return progress;
  }

  private Replay.Part lost(TopicPartition partition, PartitionProgress progress, String why) {
    LOG.log(Level.WARNING, "{0} lacks events, they come from the event store: {1}", partition, why);
    return part(partition, progress, Optional.empty());
  }

  private Replay.Part part(
      TopicPartition partition, PartitionProgress progress, Optional<Seek> seek) {
    return new Replay.Part(progress, kafka.partitionsFor(partition.topic()).size(), seek);
  }

  /** Takes partitions back where an operator wants them, and notes what is done. */
  void carryOut(Helm helm) {
    replays.settle((partition, part) -> part.seek().ifPresent(s -> arrived(helm, partition, s)));
    for (TopicPartition partition : Set.copyOf(partitions.keySet())) {
      if (helm.due(partition).isPresent() && !replays.serves(partition)) {
        helm.stillDue(partition).ifPresent(seek -> goBack(partition, seek, helm));
      }
    }
  }

  private void goBack(TopicPartition partition, Seek seek, Helm helm) {
    long finished = partitions.get(partition).finishedUpTo();
    Rewind rewind = Rewind.to(seek.to(), partition, finished, kafka);
    if (!rewind.changes(finished)) {
      arrived(helm, partition, seek);
      return;
    }
    release(Set.of(partition));
    PartitionProgress progress =
        begin(partition, new OffsetTracker(rewind.offset(), CommitNote.NONE), rewind.offset());
    if (rewind.historyAfter().isPresent()) {
      Replay.Part part = part(partition, progress, Optional.of(seek));
      replays.begin(Map.of(partition, part), rewind.historyAfter().getAsLong());
    } else {
      committed.commitNow(partition, rewind.offset(), drainTimeout);
      arrived(helm, partition, seek);
    }
  }

  private void arrived(Helm helm, TopicPartition partition, Seek seek) {
    long offset = partitions.get(partition).finishedUpTo();
    LOG.log(
        Level.INFO,
        "{0} has carried out {1}, it goes on at offset {2}",
        partition,
        seek,
        Long.toString(offset));
    helm.carriedOut(partition, seek);
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
    replays.forget(gone);
    lags.keySet().removeAll(gone);
  }

  /** Stops or resumes the flow; the membership of the group goes on. */
  void flow(boolean stop) {
    stopped = stop;
    Map<Boolean, List<TopicPartition>> halted =
        kafka.assignment().stream()
            .collect(Collectors.partitioningBy(p -> stopped || replays.holds(p)));
    kafka.pause(halted.get(true));
    kafka.resume(halted.get(false));
  }

  boolean readsHistory() {
    return replays.reading();
  }

  /** Some records that the topics do not have; what they need waits. */
  List<Polled> fromHistory(int size) {
    return replays.next(size);
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
        lags.getOrDefault(partition, OptionalLong.empty()),
        progress.oldest(),
        !progress.historyFinished());
  }
}
