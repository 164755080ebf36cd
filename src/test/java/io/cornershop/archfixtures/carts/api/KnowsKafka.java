package io.cornershop.archfixtures.carts.api;

import org.apache.kafka.clients.producer.KafkaProducer;

class KnowsKafka {
  Class<?> type = KafkaProducer.class;
}
