package io.cornershop.eventing.consuming.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.CountedEvents;
import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.consuming.RecordingHandler;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.testing.Await;
import io.cornershop.testing.TestBroker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RebalanceIT {

  private static final int PARTITIONS = 6;

  @RegisterExtension static final TestBroker BROKER = new TestBroker();

  /** So slow that a rebalance ends while there is work. */
  private static final int SLOWNESS = 20;

  private final RecordingHandler all = new RecordingHandler("counting", "Counted");
  private final RecordingHandler onFirst = onNode();
  private final RecordingHandler onSecond = onNode();
  private TestTopic topic;

  @BeforeEach
  void openTopic() {
    topic = new TestTopic(BROKER.bootstrapServers()).create(PARTITIONS);
  }

  @AfterEach
  void closeTopic() {
    topic.close();
  }

  @Test
  void shares_the_work_with_a_node_that_joins_in_the_middle() {
    topic.send(CountedEvents.all());
    node(onFirst)
        .during(
            () -> {
              awaitHandled(CountedEvents.TOTAL / 10);
              node(onSecond).during(this::awaitAllCommitted);
            });
    assertThat(onFirst.count()).isPositive();
    assertThat(onSecond.count()).isPositive();
    assertThat(all.handled()).isEqualTo(CountedEvents.inOrder());
  }

  @Test
  void takes_over_from_a_node_that_stops_in_the_middle() {
    topic.send(CountedEvents.all());
    TestNode first = node(onFirst);
    awaitHandled(CountedEvents.TOTAL / 10);
    node(onSecond)
        .during(
            () -> {
              first.stop();
              awaitAllCommitted();
            });
    assertThat(onSecond.count()).isPositive();
    assertThat(all.handled()).isEqualTo(CountedEvents.inOrder());
  }

  @Test
  void takes_over_from_a_node_that_was_killed_in_the_middle() {
    topic.send(CountedEvents.all());
    Map<String, List<Long>> together;
    try (NodeProcess victim = NodeProcess.start(BROKER.bootstrapServers(), topic)) {
      Await.holds("it has begun", () -> victim.count() >= CountedEvents.TOTAL / 10);
      victim.kill();
      together = victim.handled();
    }
    node(onSecond).during(this::awaitAllCommitted);
    onSecond.handled().forEach((key, sequences) -> append(together, key, sequences));
    together.replaceAll((key, sequences) -> sequences.stream().distinct().toList());
    assertThat(onSecond.count()).isPositive();
    assertThat(together).isEqualTo(CountedEvents.inOrder());
  }

  @Test
  void goes_on_by_itself_after_the_broker_was_killed() {
    List<EventEnvelope> events = CountedEvents.all();
    topic.send(events.subList(0, CountedEvents.TOTAL / 2));
    node(onFirst)
        .during(
            () -> {
              awaitHandled(CountedEvents.TOTAL / 10);
              BROKER.kill();
              BROKER.restart();
              topic.send(events.subList(CountedEvents.TOTAL / 2, CountedEvents.TOTAL));
              awaitAllCommitted();
            });
    assertThat(all.firstOccurrences()).isEqualTo(CountedEvents.inOrder());
  }

  private TestNode node(EventHandler handler) {
    return TestNode.start(BROKER.bootstrapServers(), topic, handler);
  }

  /** What one node handles; all nodes write into one journal. */
  private RecordingHandler onNode() {
    return new RecordingHandler("counting", "Counted")
        .doing(
            event -> {
              CountedEvents.delay(SLOWNESS);
              all.handle(event);
            });
  }

  private void awaitHandled(int count) {
    Await.holds(count + " are handled", () -> all.count() >= count);
  }

  private void awaitAllCommitted() {
    Await.holds("all are committed", () -> topic.committedTotal() == CountedEvents.TOTAL);
  }

  private static void append(Map<String, List<Long>> all, String key, List<Long> more) {
    List<Long> joined = new ArrayList<>(all.getOrDefault(key, List.of()));
    joined.addAll(more);
    all.put(key, joined);
  }
}
