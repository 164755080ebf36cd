package io.cornershop.bench;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.commands.AggregateLoader;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.commands.Envelopes;
import io.cornershop.eventing.events.PersonalDataCodec;
import io.cornershop.eventing.publishing.EventPublisher;
import io.cornershop.eventing.publishing.EventRelay;
import io.cornershop.eventing.publishing.Outbox;
import io.cornershop.eventing.publishing.RelaySettings;
import io.cornershop.eventing.publishing.RelaySignal;
import io.cornershop.eventing.publishing.topics.KafkaConnection;
import io.cornershop.eventing.publishing.topics.TopicSetup;
import io.cornershop.eventing.store.AppendResult;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.CommitListener;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.NewCommit;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.eventing.store.mongo.MongoEventStore;
import io.cornershop.eventing.store.mongo.MongoPositionLog;
import io.cornershop.eventing.store.mongo.StoreSetup;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * The side under test, wired as the platform wires it, on a database of its own. Whatever changes
 * in the engine's constructors is followed here and nowhere else. Thread-safe.
 */
final class OurEngine {

  static final int PARTITIONS = 6;

  private final Sample sample;
  private final EventStore store;
  private final PositionLog positions;
  private final RelaySignal signal = new RelaySignal();

  /**
   * @param embedded whether the server is the embedded one, on which the platform keeps no index of
   *     pending commits
   */
  OurEngine(MongoDatabase database, Sample sample, boolean embedded) {
    StoreSetup setup = new StoreSetup(database, !embedded);
    this.sample = sample;
    this.store =
        new MongoEventStore(
            database, setup, StoreLimits.USUAL, Sample.clock(), commitId -> signal.sweepSoon());
    this.positions = new MongoPositionLog(database, setup);
    setup.epoch();
  }

  EventStore store() {
    return store;
  }

  PositionLog positions() {
    return positions;
  }

  RelaySignal signal() {
    return signal;
  }

  /** A loader that has seen nothing. */
  AggregateLoader coldLoader() {
    return new AggregateLoader(store, sample.json());
  }

  /** A handler that tells {@code appended} of each commit. */
  CommandHandler handler(CommitListener appended) {
    return handler(appended, Tracing.NONE);
  }

  /** The same, noted. */
  CommandHandler handler(CommitListener appended, Tracing noting) {
    Envelopes envelopes =
        new Envelopes(sample.types(), sample.json(), PersonalDataCodec.PLAIN, Sample.clock());
    EventStore noted = noting.storing().apply(store);
    AggregateLoader loader = new AggregateLoader(noted, sample.json());
    return new CommandHandler(sample.aggregates(), noted, loader, envelopes, appended)
        .tracedBy(noting.commands());
  }

  /**
   * The relay of this engine's store; returns when it is the active one. It sweeps only when it
   * takes over, so that it finds nothing before it is woken for it.
   */
  EventRelay activeRelay(Map<String, Object> kafka) throws InterruptedException {
    return activeRelay(kafka, Instruments.NONE);
  }

  /** The same, and what it publishes is told. */
  EventRelay activeRelay(Map<String, Object> kafka, Instruments told) throws InterruptedException {
    KafkaConnection connection = new KafkaConnection(kafka);
    EventRelay relay =
        new EventRelay(
            new Outbox(store, positions, sample.types()),
            signal,
            new TopicSetup(connection, sample.types(), PARTITIONS, 1, StoreLimits.USUAL),
            new RelaySettings(
                connection,
                new EventPublisher(
                    connection, sample.types(), told.published(), told.tracing().sending()),
                true,
                Duration.ZERO,
                Clock.systemUTC()),
            Thread.ofPlatform().daemon().factory());
    relay.start();
    Pause.until("the relay is active", () -> relay.status().active());
    return relay;
  }

  /** One writer after another stream, each with a few commits. Not thread-safe. */
  Runnable writer(CommitListener appended) {
    return new Runnable() {
      private StreamHead head = StreamHead.empty(Sample.newStream());

      @Override
      public void run() {
        if (head.sequence() == RawStore.COMMITS_PER_STREAM) {
          head = StreamHead.empty(Sample.newStream());
        }
        Commit commit = append(head);
        head = commit.head();
        appended.accept(commit);
      }
    };
  }

  /** Appends one event behind a head that nobody else writes behind. */
  Commit append(StreamHead head) {
    return append(sample.commit(head));
  }

  /** Appends what nobody else writes behind. */
  Commit append(NewCommit commit) {
    return switch (store.append(commit)) {
      case AppendResult.Appended a -> a.commit();
      case AppendResult.Repeated r -> throw new IllegalStateException("Repeated: " + r);
      case AppendResult.Conflict c -> throw new IllegalStateException("Conflict: " + c);
    };
  }
}
