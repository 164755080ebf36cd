package io.cornershop.eventing.publishing.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KafkaConnectionTest {

  @Test
  void what_the_order_of_events_depends_on_cannot_be_configured_away() {
    Map<String, Object> careless =
        Map.of(
            "bootstrap.servers",
            "127.0.0.1:9092",
            "acks",
            "0",
            "enable.idempotence",
            false,
            "max.in.flight.requests.per.connection",
            5,
            "delivery.timeout.ms",
            1);

    assertThat(new KafkaConnection(careless).eventProducerSettings())
        .containsEntry("acks", "all")
        .containsEntry("enable.idempotence", true)
        .containsEntry("max.in.flight.requests.per.connection", 1)
        .containsEntry("delivery.timeout.ms", Integer.MAX_VALUE);
  }
}
