package io.cornershop.eventing.consuming.handling;

import io.cornershop.eventing.consuming.partitions.PartitionProgress;
import io.cornershop.eventing.consuming.partitions.Polled;
import io.cornershop.eventing.deadletters.Letter;
import io.cornershop.eventing.deadletters.LetterSource;
import io.cornershop.eventing.events.EventTypes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Tries letters that are whole records, by all handlers that want them, in the handlers' lanes. */
final class RecordTrial implements Trial {

  private final HandlerDispatch dispatch;
  private final EventTypes types;
  private final PartitionProgress home;
  private Optional<String> underWay = Optional.empty();
  private CountDownLatch settled = new CountDownLatch(0);
  private volatile boolean dropped;

  RecordTrial(HandlerDispatch dispatch, EventTypes types, PartitionProgress home) {
    this.dispatch = dispatch;
    this.types = types;
    this.home = home;
  }

  @Override
  public boolean handled(Letter letter, Optional<byte[]> payload) {
    if (!underWay.equals(Optional.of(letter.id()))) {
      begin(letter, payload);
    }
    return underWay.equals(Optional.of(letter.id())) && settled.getCount() == 0 && !dropped;
  }

  private void begin(Letter letter, Optional<byte[]> payload) {
    switch (Arrival.read(payload.orElse(null), types)) {
      case Arrival.Readable r -> {
        if (home.enter()) {
          underWay = Optional.of(letter.id());
          deliver(r, new Polled(record(letter.source(), payload), home));
        }
      }
      case Arrival.Unreadable u -> throw u.failure();
    }
  }

  private void deliver(Arrival.Readable arrival, Polled polled) {
    settled = new CountDownLatch(1);
    dropped = false;
    dispatch.deliver(arrival, polled, this::settled);
  }

  private void settled(boolean ok) {
    dropped = !ok;
    settled.countDown();
    home.exit();
  }

  private static ConsumerRecord<String, byte[]> record(
      LetterSource source, Optional<byte[]> payload) {
    RecordHeaders headers = new RecordHeaders();
    source.headers().forEach(header -> headers.add(header.name(), header.value()));
    TopicPartition place = new TopicPartition(source.topic(), source.partition());
    return new ConsumerRecord<>(
        place.topic(),
        place.partition(),
        source.offset(),
        ConsumerRecord.NO_TIMESTAMP,
        TimestampType.NO_TIMESTAMP_TYPE,
        ConsumerRecord.NULL_SIZE,
        ConsumerRecord.NULL_SIZE,
        source.key().orElse(null),
        payload.orElse(null),
        headers,
        Optional.empty());
  }

  @Override
  public void pause(Duration wait) throws InterruptedException {
    settled.await(wait.toNanos(), TimeUnit.NANOSECONDS);
  }
}
