package io.cornershop.eventing.consuming;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.ConsumerStatus.Held;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.testing.Await;
import io.cornershop.testing.TestBroker;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConnectorIT {

  private static final int PARTITIONS = 6;

  private static TestBroker broker;

  private final RecordingHandler handler = new RecordingHandler("counting", "Counted");
  private TestTopic topic;

  @BeforeAll
  static void startBroker() {
    broker = TestBroker.start();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void openTopic() {
    topic = new TestTopic(broker.bootstrapServers());
  }

  @AfterEach
  void closeTopic() {
    topic.close();
  }

  @Test
  void handles_every_event_once_and_each_key_in_order() {
    topic.create(PARTITIONS).send(CountedEvents.all());
    handler.doing(event -> CountedEvents.delay());
    node().during(this::awaitAllCommitted);
    assertThat(handler.handled()).isEqualTo(CountedEvents.inOrder());
  }

  @Test
  void stops_only_the_key_that_fails_and_commits_nothing_past_it() {
    topic.create(1).send(CountedEvents.all());
    handler.doing(failingAt("key-7", 3));
    TestNode node = node();
    node.during(
        () -> {
          awaitOtherKeys();
          Await.holds("it is shown", () -> !node.status().held().isEmpty());
          assertThat(node.status().held()).extracting(Held::key).containsExactly("key-7");
        });
    assertThat(topic.committed()).isEqualTo(Map.of(0, offsetOf("key-7", 3)));
  }

  @Test
  void handles_after_a_restart_only_what_was_held() {
    topic.create(1).send(CountedEvents.all());
    handler.doing(failingAt("key-7", 3));
    node().during(this::awaitOtherKeys);
    handler.doing(event -> {});
    node().during(this::awaitAllCommitted);
    assertThat(handler.handled()).isEqualTo(CountedEvents.inOrder());
  }

  @Test
  void repeats_nothing_after_a_stop_in_the_middle() {
    topic.create(PARTITIONS).send(CountedEvents.all());
    handler.doing(event -> CountedEvents.delay());
    for (int part = 1; part <= 4; part++) {
      int enough = CountedEvents.TOTAL * part / 5;
      node().during(() -> awaitHandled(enough));
    }
    node().during(this::awaitAllCommitted);
    assertThat(handler.handled()).isEqualTo(CountedEvents.inOrder());
  }

  @Test
  void waits_for_a_topic_that_does_not_exist_yet() {
    TestNode node = node();
    node.during(
        () -> {
          Await.holds("it polls", () -> node.status().state() == ConsumerStatus.State.RUNNING);
          topic.create(1).send(List.of(ConsumingFixtures.counted("key-0", 1)));
          Await.holds("it is handled", () -> handler.count() == 1);
        });
  }

  private TestNode node() {
    return TestNode.start(broker.bootstrapServers(), topic, handler);
  }

  private void awaitHandled(int count) {
    Await.holds(count + " are handled", () -> handler.count() >= count);
  }

  /** All but those from the third event of one key on. */
  private void awaitOtherKeys() {
    awaitHandled(CountedEvents.TOTAL - CountedEvents.PER_KEY + 2);
  }

  private void awaitAllCommitted() {
    Await.holds("all are committed", () -> topic.committedTotal() == CountedEvents.TOTAL);
  }

  private static long offsetOf(String key, long sequence) {
    return CountedEvents.all().indexOf(ConsumingFixtures.counted(key, sequence));
  }

  private static Consumer<EventEnvelope> failingAt(String key, long sequence) {
    EventEnvelope bad = ConsumingFixtures.counted(key, sequence);
    return event -> {
      if (event.equals(bad)) {
        throw new IllegalStateException("a bug");
      }
    };
  }
}
