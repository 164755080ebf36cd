package io.cornershop.bench;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.consuming.channels.MeasuredChannel;
import io.cornershop.eventing.projections.MongoRows;
import io.cornershop.eventing.projections.ProjectionHandler;
import io.cornershop.eventing.publishing.EventRelay;
import io.cornershop.inventory.views.StockLevel;
import io.cornershop.inventory.views.StockLevelProjection;

/** The platform's own way of an event, from a command to a row: with a topic of its own. */
final class OurPipeline implements AutoCloseable {

  private final ConsumedTopic topic;
  private final AckTimes times;
  private final CommandHandler handler;
  private final EventRelay relay;
  private final MeasuredChannel channel;

  /**
   * @param times is told when a command is due, and when its event is in the row
   */
  OurPipeline(Bench bench, AckTimes times) throws InterruptedException {
    this.topic = ConsumedTopic.empty(bench);
    this.times = times;
    Sample sample = new Sample(topic.name());
    MongoDatabase database = bench.freshDatabase("visible");
    OurEngine engine = bench.engine(database, sample);
    this.handler = engine.handler(engine.signal());
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

  /** A first command on a product. Thread-safe. */
  void command(long due) {
    String productId = Sample.newId();
    times.begin(productId, due);
    handler.handle(Sample.command(productId), Sample.context());
  }

  @Override
  public void close() throws InterruptedException {
    channel.close();
    relay.close();
    topic.close();
  }
}
