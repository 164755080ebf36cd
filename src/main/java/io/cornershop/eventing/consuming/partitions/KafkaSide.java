package io.cornershop.eventing.consuming.partitions;

import org.apache.kafka.clients.consumer.Consumer;

/** What one poll loop asks the broker by. */
public record KafkaSide(Consumer<String, byte[]> consumer, TopicIds topics) {}
