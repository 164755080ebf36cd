package io.cornershop.eventing.consuming.partitions;

import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.deadletters.HeldSequence.Home;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
public final class Assignments implements ConsumerRebalanceListener {

  private static final Logger LOG = System.getLogger(Assignments.class.getName());

  private final Consumer<String, byte[]> kafka;
  private final CommittedOffsets committed;
  private final Duration drainTimeout;
  private final Map<TopicPartition, PartitionProgress> partitions = new ConcurrentHashMap<>();
  private final PartitionViews views;
  private final Replays replays;
  private final Runnable healing;
  private final Room room;
  private boolean stopped;

  /**
   * @param room is told of each record that is finished
   * @param healing is run for each partition that lacks events
   */
  public Assignments(
      KafkaSide side, Duration drainTimeout, Replays replays, Room room, Runnable healing) {
    this.room = room;
    this.kafka = side.consumer();
    this.committed = new CommittedOffsets(side);
    this.views = new PartitionViews(kafka, committed);
    this.drainTimeout = drainTimeout;
    this.replays = replays;
    this.healing = healing;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
    LogBounds bounds = new LogBounds(kafka, committed, replays.stored());
    Map<TopicPartition, LogBounds.Start> starts = bounds.starts(assigned);
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
    PartitionProgress progress = new PartitionProgress(offsets, room::freed);
    partitions.put(partition, progress);
    kafka.seek(partition, offset);
    return progress;
  }

  private Replay.Part lost(TopicPartition partition, PartitionProgress progress, String why) {
    healing.run();
    LOG.log(Level.WARNING, "{0} lacks events, they come from the event store: {1}", partition, why);
    return new Replay.Part(progress, width(partition), Optional.empty());
  }

  /** How many partitions the topic has. */
  public int width(TopicPartition partition) {
    return kafka.partitionsFor(partition.topic()).size();
  }

  public Set<TopicPartition> held() {
    return Set.copyOf(partitions.keySet());
  }

  /** Everything of the partition's log before this offset is finished. */
  public long finishedUpTo(TopicPartition partition) {
    return partitions.get(partition).finishedUpTo();
  }

  /** Finishes what can be finished in time, then reads the partition from an offset. */
  public PartitionProgress restart(TopicPartition partition, long offset) {
    release(Set.of(partition));
    return begin(partition, new OffsetTracker(offset, CommitNote.NONE), offset);
  }

  /** Commits what is finished; false when a rebalance is in the way. */
  public boolean commitNow(TopicPartition partition) {
    return committed.commitNow(partition, finishedUpTo(partition), drainTimeout);
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
  public void releaseAll() {
    partitions.values().forEach(PartitionProgress::leave);
    Drain.await(partitions, drainTimeout);
    committed.commitLast(partitions, drainTimeout);
    forgetAll();
  }

  /** Lets go without a commit. */
  public void forgetAll() {
    forget(Set.copyOf(partitions.keySet()));
  }

  private void release(Collection<TopicPartition> gone) {
    Map<TopicPartition, PartitionProgress> leaving = new HashMap<>(partitions);
    leaving.keySet().retainAll(gone);
    leaving.values().forEach(PartitionProgress::leave);
    try {
      Drain.await(leaving, drainTimeout);
      committed.commitNow(leaving, drainTimeout);
    } finally {
      forget(gone);
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
    views.forget(gone);
  }

  /** Begins anew what belongs to topics that were made anew; as Kafka's client throws. */
  void renew() {
    Set<TopicPartition> outlived = committed.outlived(partitions.keySet());
    release(outlived);
    onPartitionsAssigned(outlived);
  }

  /** Stops or resumes the flow; the membership of the group goes on. */
  public void flow(boolean stop) {
    stopped = stop;
    Map<Boolean, List<TopicPartition>> halted =
        kafka.assignment().stream()
            .collect(Collectors.partitioningBy(p -> stopped || replays.holds(p)));
    kafka.pause(halted.get(true));
    kafka.resume(halted.get(false));
  }

  public List<Polled> accept(ConsumerRecords<String, byte[]> records) {
    return StreamSupport.stream(records.spliterator(), false)
        .map(r -> new Polled(r, partitions.get(new TopicPartition(r.topic(), r.partition()))))
        .filter(polled -> polled.delivered())
        .toList();
  }

  public void commit() {
    committed.commit(partitions);
    views.look(partitions.keySet());
  }

  public int inFlight() {
    return partitions.values().stream().mapToInt(PartitionProgress::unfinished).sum();
  }

  /** The partitions that this node has, by the name that held keys have for them. */
  public Map<Home, PartitionProgress> owned() {
    return partitions.entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> new Home(entry.getKey().topic(), entry.getKey().partition()),
                Map.Entry::getValue));
  }

  public List<ConsumerStatus.Partition> status() {
    return views.of(partitions);
  }
}
