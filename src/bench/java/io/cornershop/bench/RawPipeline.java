package io.cornershop.bench;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Commit;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.Producer;

/**
 * The way of an event by hand: insert, send without linger, consume by one thread, upsert; and, if
 * wanted, give each commit the next number of one order before it is sent.
 */
final class RawPipeline implements AutoCloseable {

  private static final int NO_LINGER = 0;

  private final Sample sample;
  private final AckTimes times;
  private final boolean numbering;
  private final ConsumedTopic topic;
  private final RawStore store;
  private final Producer<String, byte[]> producer;
  private final AtomicBoolean over = new AtomicBoolean();
  private final ExecutorService consuming =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("raw-consumer").daemon(true).factory());

  private long numbered;

  /**
   * @param times is told when an event is due, and when it is in its row
   * @param numbering whether commits get numbers
   */
  RawPipeline(Bench bench, AckTimes times, boolean numbering) throws InterruptedException {
    this.numbering = numbering;
    this.sample = bench.sample();
    this.times = times;
    this.topic = ConsumedTopic.empty(bench);
    this.store = bench.freshRawStore();
    this.producer = bench.kafka().producer(NO_LINGER);
    Upserts rows = new Upserts(bench.freshDatabase("rows").getCollection("rows"));
    consuming.execute(
        () ->
            RawConsumer.run(
                bench.kafkaProperties(), topic.name(), over::get, events -> show(rows, events)));
  }

  private void show(Upserts rows, List<EventEnvelope> events) {
    rows.write(events);
    events.forEach(event -> times.end(event.stream().aggregateId()));
  }

  /** A first event of a stream. Thread-safe. */
  void append(long due) {
    StreamId stream = Sample.newStream();
    times.begin(stream.aggregateId(), due);
    store.insert(stream);
    if (numbering) {
      sendNumbered(stream);
    } else {
      send(stream);
    }
  }

  /** Records are sent in the order of their numbers. */
  private synchronized void sendNumbered(StreamId stream) {
    store.number(List.of(Commit.idOf(stream, 1)), numbered++);
    send(stream);
  }

  private void send(StreamId stream) {
    producer.send(topic.record(sample, stream, 1));
  }

  @Override
  public void close() {
    over.set(true);
    consuming.close();
    producer.close();
    topic.close();
  }
}
