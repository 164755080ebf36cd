package io.cornershop.eventing.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.publishing.topics.KafkaConnection;
import io.cornershop.eventing.publishing.topics.TopicSetup;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.testing.Await;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventRelayThreadsTest {

  @Test
  void a_relay_is_dead_when_its_threads_have_ended_and_names_them() {
    CounterShop shop = new CounterShop("ended");
    KafkaConnection nowhere = KafkaConnection.to("127.0.0.1:1");
    EventRelay relay =
        new EventRelay(
            shop.outbox(),
            new RelaySignal(),
            new TopicSetup(nowhere, shop.types, 1, 1, StoreLimits.USUAL),
            new RelaySettings(
                nowhere,
                new EventPublisher(nowhere, shop.types),
                true,
                Duration.ZERO,
                Clock.systemUTC()),
            work -> Thread.ofPlatform().daemon().unstarted(() -> {}));
    assertThat(relay.dead()).isEmpty();

    relay.start();

    Await.holds("both have ended", () -> relay.dead().size() == 2);
    assertThat(relay.dead())
        .isEqualTo(List.of("cornershop-relay has ended", "cornershop-relay-membership has ended"));
    relay.close();
    assertThat(relay.dead()).isEmpty();
  }
}
