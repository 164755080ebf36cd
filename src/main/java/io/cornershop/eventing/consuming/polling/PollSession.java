package io.cornershop.eventing.consuming.polling;

import io.cornershop.eventing.consuming.health.BrokerWatch;
import io.cornershop.eventing.consuming.partitions.Assignments;
import io.cornershop.eventing.consuming.partitions.KafkaSide;
import io.cornershop.eventing.consuming.partitions.Polled;
import io.cornershop.eventing.consuming.partitions.PolledRecords;
import io.cornershop.eventing.consuming.partitions.Replays;
import io.cornershop.eventing.consuming.partitions.Room;
import io.cornershop.eventing.consuming.partitions.TopicWatch;
import io.cornershop.eventing.consuming.polling.PollLoop.Surroundings;
import io.cornershop.kernel.Unavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * The life of one Kafka consumer, turn by turn: what operators wish, then what the topics and the
 * event store have, then a commit when it is time. Only the poll loop's thread uses it.
 */
final class PollSession implements AutoCloseable {

  private static final Logger LOG = System.getLogger(PollSession.class.getName());
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration WAIT_WHEN_FULL = Duration.ofMillis(20);

  private final Consumer<String, byte[]> kafka;
  private final ChannelSettings settings;
  private final Surroundings around;
  private final Room room = new Room();
  private final Replays replays;
  private final Assignments held;
  private final Navigator navigator;
  private final TopicWatch topics;
  private final BrokerWatch brokers;
  private long committedAt = System.nanoTime();

  /**
   * @param healing is run for each partition that lacks events
   */
  PollSession(KafkaSide side, ChannelSettings settings, Surroundings around, Runnable healing) {
    this.kafka = side.consumer();
    this.settings = settings;
    this.around = around;
    this.replays = new Replays(around.stored());
    this.held = new Assignments(side, settings.drainTimeout(), replays, room, healing);
    this.topics = new TopicWatch(held);
    this.brokers = new BrokerWatch(settings.channel(), this::received, System::nanoTime);
    this.navigator = new Navigator(kafka, held, replays, around.helm());
  }

  Assignments held() {
    return held;
  }

  /** Joins the group. */
  void open() {
    kafka.subscribe(settings.topics(), held);
  }

  void turn() {
    steer();
    topics.look(around.helm().paused());
    boolean full = !around.outlet().ready() || full();
    boolean stopped = full || around.helm().paused();
    held.flow(stopped);
    boolean wait = !full && !(replays.reading() && !stopped);
    List<Polled> records = new ArrayList<>(held.accept(kafka.poll(wait ? POLL : Duration.ZERO)));
    if (!stopped && !full()) {
      records.addAll(replays.next(settings.pollSize()));
    }
    if (!records.isEmpty()) {
      around.outlet().emit(new PolledRecords(records));
    } else if (full) {
      room.await(this::missing, WAIT_WHEN_FULL);
    }
    commitWhenDue();
  }

  /** How many records are too many; one when the channel does not take any. */
  private int missing() {
    return around.outlet().ready() ? settings.missing(held.inFlight()) : 1;
  }

  private void steer() {
    around.helm().follow();
    try {
      navigator.steer();
    } catch (Unavailable e) {
      // The wish stays, the next turn tries again.
      LOG.log(Level.DEBUG, "A seek of {0} waits: {1}", settings.channel(), e.getMessage());
    }
  }

  private boolean full() {
    return settings.full(held.inFlight());
  }

  private void commitWhenDue() {
    long now = System.nanoTime();
    if (now - committedAt >= settings.commitInterval().toNanos()) {
      held.commit();
      brokers.look();
      around.calls().report();
      committedAt = now;
    }
  }

  /** How many bytes the brokers have sent. */
  private Optional<Double> received() {
    return kafka.metrics().entrySet().stream()
        .filter(metric -> metric.getKey().name().equals("incoming-byte-total"))
        .filter(metric -> metric.getKey().group().equals("consumer-metrics"))
        .map(metric -> (Double) metric.getValue().metricValue())
        .findFirst();
  }

  /** Lets go of everything without a commit, and leaves the group. */
  @Override
  public void close() {
    held.forgetAll();
    kafka.close(CloseOptions.timeout(settings.drainTimeout()));
  }
}
