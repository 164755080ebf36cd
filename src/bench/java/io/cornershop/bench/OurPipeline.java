package io.cornershop.bench;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.consuming.channels.MeasuredChannel;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.CurrentRows;
import io.cornershop.eventing.projections.GapListener;
import io.cornershop.eventing.projections.MongoRows;
import io.cornershop.eventing.projections.ProjectionHandler;
import io.cornershop.eventing.projections.ProjectionObserver;
import io.cornershop.eventing.projections.RowUpdates;
import io.cornershop.eventing.publishing.EventRelay;
import io.cornershop.inventory.views.StockLevel;
import io.cornershop.inventory.views.StockLevelProjection;

/** The platform's own way of an event, from its append to a row: with a topic of its own. */
final class OurPipeline implements AutoCloseable {

  private final ConsumedTopic topic;
  private final AckTimes times;
  private final Sample sample;
  private final OurEngine engine;
  private final EventRelay relay;
  private final MeasuredChannel channel;

  /**
   * @param times is told when an append is due, and when its event is in the row
   */
  OurPipeline(Bench bench, AckTimes times) throws InterruptedException {
    this(bench, times, Instruments.NONE);
  }

  /** The same, and these are told of each event's way. */
  OurPipeline(Bench bench, AckTimes times, Instruments told) throws InterruptedException {
    this.topic = ConsumedTopic.empty(bench);
    this.times = times;
    this.sample = new Sample(topic.name());
    MongoDatabase database = bench.freshDatabase("visible");
    this.engine = bench.engine(database, sample);
    this.relay = engine.activeRelay(bench.kafkaProperties(), told);
    this.channel =
        MeasuredChannel.start(
            sample.types(),
            bench.kafkaProperties(),
            topic.name(),
            new WatchedView(view(database, told.projected()), times),
            new MeasuredChannel.Source(engine.store(), told.consumed(), told.tracing().handling()));
  }

  private ProjectionHandler<StockLevel> view(MongoDatabase database, ProjectionObserver told) {
    StockLevelProjection projection = new StockLevelProjection();
    MongoRows rows = new MongoRows(database);
    rows.prepare(projection);
    return new ProjectionHandler<>(
        new RowUpdates<>(
            projection, sample.types(), sample.json(), engine.store(), GapListener.NONE),
        CurrentRows.only(rows),
        told);
  }

  /** A first event of a stream. Thread-safe. */
  void append(long due) {
    StreamId stream = Sample.newStream();
    times.begin(stream.aggregateId(), due);
    engine.signal().accept(engine.append(sample.first(stream)));
  }

  /** A handler of commands that tells these, and the relay. */
  CommandHandler handler(Instruments told) {
    return engine.handler(
        commit -> {
          engine.signal().accept(commit);
          told.appended().accept(commit);
        },
        told.tracing());
  }

  /** A command on a stream that there is not yet. Thread-safe. */
  void command(CommandHandler handler, long due) {
    String id = Sample.newId();
    times.begin(id, due);
    handler.handle(Sample.command(id), Sample.context());
  }

  /** What is told of is on this topic. */
  String topic() {
    return topic.name();
  }

  @Override
  public void close() throws InterruptedException {
    channel.close();
    relay.close();
    topic.close();
  }
}
