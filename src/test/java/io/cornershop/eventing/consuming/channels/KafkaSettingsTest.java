package io.cornershop.eventing.consuming.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KafkaSettingsTest {

  @Test
  void others_take_over_from_a_killed_node_after_ten_seconds_and_no_offset_is_ever_reset() {
    assertThat(KafkaSettings.with(Map.of("bootstrap.servers", "127.0.0.1:9092")))
        .isEqualTo(
            Map.of(
                "bootstrap.servers",
                "127.0.0.1:9092",
                "session.timeout.ms",
                10_000,
                "heartbeat.interval.ms",
                3_000,
                "allow.auto.create.topics",
                false,
                "metadata.max.age.ms",
                10_000,
                "reconnect.backoff.max.ms",
                2_000,
                "fetch.max.bytes",
                8 << 20));
  }
}
