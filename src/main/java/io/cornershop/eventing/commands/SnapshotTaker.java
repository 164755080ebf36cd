package io.cornershop.eventing.commands;

import io.cornershop.eventing.commands.AggregateLoader.Loaded;
import io.cornershop.eventing.events.Aggregate;
import io.cornershop.eventing.events.StateJson;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Snapshot;
import io.cornershop.eventing.store.Snapshots;
import io.cornershop.kernel.LogField;
import io.cornershop.kernel.LogScope;
import io.cornershop.kernel.Unavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Takes a snapshot of a stream every so many events, beside the way of the command, and finds those
 * that are of the present fold. Thread-safe.
 *
 * @see <a href="https://martinfowler.com/eaaDev/EventSourcing.html">Event Sourcing, on application
 *     state in snapshots</a>
 */
public final class SnapshotTaker implements AutoCloseable {

  private static final Logger LOG = System.getLogger(SnapshotTaker.class.getName());

  /** The longest text that is worth a snapshot. */
  private static final int MAX_CHARACTERS = 1024 * 1024;

  private static final int MAX_WAITING = 64;

  private final Snapshots snapshots;
  private final int every;
  private final ExecutorService beside;
  private final Map<String, StateJson> states = new ConcurrentHashMap<>();

  /**
   * @param every how many events lie between two snapshots of a stream; 0 for none at all
   */
  public SnapshotTaker(Snapshots snapshots, int every) {
    this.snapshots = snapshots;
    this.every = every;
    this.beside =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            Thread.ofPlatform().name("cornershop-snapshots").daemon(true).factory(),
            new ThreadPoolExecutor.DiscardPolicy());
  }

  /** Ends the writing; what waits is dropped. */
  @Override
  public void close() {
    beside.shutdownNow();
  }

  /** Whether it is time for one after these events. */
  boolean isDue(long before, long after) {
    return every > 0 && before / every < after / every;
  }

  /** Writes a snapshot soon; not at all when too many wait. */
  void take(Aggregate<?, ?, ?> aggregate, Loaded<?> loaded, String epoch) {
    beside.execute(
        () -> {
          try (LogScope lines = LogScope.open(LogField.AGGREGATE, loaded.head().stream())) {
            save(aggregate, loaded, epoch);
          }
        });
  }

  private void save(Aggregate<?, ?, ?> aggregate, Loaded<?> loaded, String epoch) {
    String state = statesOf(aggregate).write(loaded.state());
    if (state.length() > MAX_CHARACTERS) {
      return;
    }
    try {
      int version = aggregate.decider().foldVersion();
      snapshots.save(new Snapshot(loaded.head(), epoch, version, state));
    } catch (Unavailable e) {
      LOG.log(Level.DEBUG, "No snapshot of {0}", loaded.head().stream());
    }
  }

  /** The last snapshot of the stream, if it is of this fold and of this life of the store. */
  <S> Optional<Loaded<S>> find(Aggregate<?, S, ?> aggregate, StreamId stream, String epoch) {
    if (every == 0) {
      return Optional.empty();
    }
    return snapshots
        .find(stream)
        .filter(snapshot -> snapshot.foldVersion() == aggregate.decider().foldVersion())
        .filter(snapshot -> snapshot.epoch().equals(epoch))
        .flatMap(snapshot -> loadedFrom(aggregate, snapshot));
  }

  /** Safe, because a text is read as a stage of the family that the aggregate's states are of. */
  @SuppressWarnings("unchecked")
  private <S> Optional<Loaded<S>> loadedFrom(Aggregate<?, S, ?> aggregate, Snapshot snapshot) {
    return statesOf(aggregate)
        .read(snapshot.state())
        .map(state -> new Loaded<>((S) state, snapshot.head()));
  }

  private StateJson statesOf(Aggregate<?, ?, ?> aggregate) {
    return states.computeIfAbsent(
        aggregate.type(), type -> new StateJson(aggregate.decider().initial()));
  }
}
