package io.cornershop.bench;

import io.cornershop.bench.RawKafka.RecordTwin;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;

/**
 * A relay as somebody would write it by hand: numbers a batch by an ordered insertMany, hands its
 * records to the producer without waiting, and moves the mark to what is acknowledged. The records
 * are ready beforehand. Knows nothing of predecessors, other relays or setbacks. One thread.
 */
final class RawRelay {

  private static final int BATCH = 500;

  /** What is to be published: the commit's id and its aggregate, which is the record's key. */
  record Numberable(String commitId, String aggregateId) {}

  private final RawStore store;
  private final Producer<String, byte[]> producer;
  private final RecordTwin records;
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private long numbered;

  RawRelay(RawStore store, Producer<String, byte[]> producer, RecordTwin records) {
    this.store = store;
    this.producer = producer;
    this.records = records;
  }

  /** Returns when everything is acknowledged and the mark says so. */
  void publish(List<Numberable> backlog) {
    AtomicLong acknowledged = new AtomicLong(numbered);
    for (int from = 0; from < backlog.size(); from += BATCH) {
      List<Numberable> batch = backlog.subList(from, Math.min(backlog.size(), from + BATCH));
      store.number(batch.stream().map(Numberable::commitId).toList(), numbered);
      batch.forEach(next -> send(next, acknowledged));
      numbered += batch.size();
      store.mark(acknowledged.get());
    }
    producer.flush();
    if (failure.get() != null) {
      throw new IllegalStateException("Kafka refused a record", failure.get());
    }
    store.mark(numbered);
  }

  private void send(Numberable next, AtomicLong acknowledged) {
    producer.send(
        records.of(next.aggregateId()),
        (metadata, refused) -> {
          if (refused == null) {
            acknowledged.incrementAndGet();
          } else {
            failure.compareAndSet(null, refused);
          }
        });
  }
}
