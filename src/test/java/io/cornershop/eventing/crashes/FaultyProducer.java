package io.cornershop.eventing.crashes;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Dies before an event is handed over or when one is acknowledged. Comes into the relay's clients
 * by their configuration; as all clients share it, it is also an interceptor of consumers, which
 * does nothing.
 */
public final class FaultyProducer
    implements ProducerInterceptor<Object, Object>, ConsumerInterceptor<Object, Object> {

  private static final String FAULT = "cornershop.test.fault";

  private Fault fault = Fault.NONE;

  /** What clients need to be configured with. */
  static Map<String, Object> properties(Fault fault) {
    return Map.of("interceptor.classes", FaultyProducer.class.getName(), FAULT, fault);
  }

  @Override
  public void configure(Map<String, ?> configuration) {
    fault = (Fault) configuration.get(FAULT);
  }

  @Override
  public ProducerRecord<Object, Object> onSend(ProducerRecord<Object, Object> record) {
    if (carriesEvents(record.topic())) {
      fault.reached(FaultPoint.BEFORE_SEND);
    }
    return record;
  }

  @Override
  public void onAcknowledgement(RecordMetadata metadata, Exception failure) {
    if (failure == null && carriesEvents(metadata.topic())) {
      fault.reached(FaultPoint.AFTER_ACKNOWLEDGEMENT);
    }
  }

  private static boolean carriesEvents(String topic) {
    return topic.endsWith(".events");
  }

  @Override
  public ConsumerRecords<Object, Object> onConsume(ConsumerRecords<Object, Object> records) {
    return records;
  }

  @Override
  public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
    // the members of the relay group commit nothing
  }

  @Override
  public void close() {
    // holds nothing
  }
}
