package io.cornershop.bench;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Tells {@link AckTimes} of every acknowledgement that a producer gets, also of one that the engine
 * makes for itself: Kafka makes the observer by its class name, and the times are found in the
 * client's own configuration. It is a consumer's interceptor too, because the engine gives all its
 * clients the same properties; there it does nothing.
 *
 * @param <K> as the client has it
 * @param <V> as the client has it
 */
public final class AckObserver<K, V>
    implements ProducerInterceptor<K, V>, ConsumerInterceptor<K, V> {

  static final String TIMES = "bench.ack-times";

  private Optional<AckTimes> times = Optional.empty();

  /** What has to be among a client's properties. */
  static Map<String, Object> properties(AckTimes times) {
    return Map.of("interceptor.classes", AckObserver.class.getName(), TIMES, times);
  }

  @Override
  public void configure(Map<String, ?> properties) {
    times = Optional.ofNullable(properties.get(TIMES)).map(AckTimes.class::cast);
  }

  @Override
  public ProducerRecord<K, V> onSend(ProducerRecord<K, V> producerRecord) {
    return producerRecord;
  }

  @Override
  public void onAcknowledgement(RecordMetadata metadata, Exception refused, Headers headers) {
    Header subject = headers == null ? null : headers.lastHeader(RawKafka.SUBJECT);
    if (refused == null && subject != null) {
      times.ifPresent(open -> open.end(subject.value()));
    }
  }

  @Override
  public ConsumerRecords<K, V> onConsume(ConsumerRecords<K, V> records) {
    return records;
  }

  @Override
  public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
    // nothing to see
  }

  @Override
  public void close() {
    // holds nothing
  }
}
