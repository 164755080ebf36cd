package io.cornershop.archfixtures.bootstrap;

import io.cornershop.archfixtures.carts.domain.CartRules;
import org.apache.kafka.clients.producer.KafkaProducer;

/** Allowed: bootstrap knows everything. */
public interface Wiring {
  CartRules rules();

  KafkaProducer<String, String> producer();
}
