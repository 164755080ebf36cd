package io.cornershop.bench;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.consuming.channels.MeasuredChannel;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.MongoRows;
import io.cornershop.eventing.projections.ProjectionHandler;
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
    this.topic = ConsumedTopic.empty(bench);
    this.times = times;
    this.sample = new Sample(topic.name());
    MongoDatabase database = bench.freshDatabase("visible");
    this.engine = bench.engine(database, sample);
    this.relay = engine.activeRelay(bench.kafkaProperties());
    this.channel =
        MeasuredChannel.start(
            sample.types(),
            bench.kafkaProperties(),
            topic.name(),
            new WatchedView(view(sample, engine, database), times),
            engine.store());
  }

  private static ProjectionHandler<StockLevel> view(
      Sample sample, OurEngine engine, MongoDatabase database) {
    StockLevelProjection projection = new StockLevelProjection();
    MongoRows rows = new MongoRows(database);
    rows.prepare(projection);
    return new ProjectionHandler<>(projection, sample.types(), sample.json(), engine.store(), rows);
  }

  /** A first event of a stream. Thread-safe. */
  void append(long due) {
    StreamId stream = Sample.newStream();
    times.begin(stream.aggregateId(), due);
    engine.signal().accept(engine.append(sample.first(stream)));
  }

  @Override
  public void close() throws InterruptedException {
    channel.close();
    relay.close();
    topic.close();
  }
}
