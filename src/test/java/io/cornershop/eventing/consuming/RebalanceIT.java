package io.cornershop.eventing.consuming;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.TestBroker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RebalanceIT {

  private static final int PARTITIONS = 6;

  private static TestBroker broker;

  private final RecordingHandler handler =
      new RecordingHandler("counting", "Counted").doing(event -> CountedEvents.delay());
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
  void fillTopic() {
    topic = new TestTopic(broker.bootstrapServers()).create(PARTITIONS);
    topic.send(CountedEvents.all());
  }

  @AfterEach
  void closeTopic() {
    topic.close();
  }

  @Test
  void shares_the_work_with_a_node_that_joins_in_the_middle() {
    try (TestNode first = node()) {
      awaitHandled(CountedEvents.TOTAL / 10);
      try (TestNode second = node()) {
        Eventually.holds("both have partitions", () -> bothRead(first, second));
        awaitAllCommitted();
      }
    }
    assertThat(handler.firstOccurrences()).isEqualTo(CountedEvents.inOrder());
  }

  @Test
  void takes_over_from_a_node_that_stops_in_the_middle() {
    TestNode first = node();
    awaitHandled(CountedEvents.TOTAL / 10);
    try (TestNode second = node()) {
      first.close();
      awaitAllCommitted();
    }
    assertThat(handler.firstOccurrences()).isEqualTo(CountedEvents.inOrder());
  }

  @Test
  void takes_over_from_a_node_that_was_killed_in_the_middle() {
    Map<String, List<Long>> all;
    try (NodeProcess victim = NodeProcess.start(broker.bootstrapServers(), topic)) {
      Eventually.holds("it has begun", () -> victim.count() >= CountedEvents.TOTAL / 10);
      victim.kill();
      all = victim.handled();
    }
    try (TestNode heir = node()) {
      awaitAllCommitted();
    }
    handler.handled().forEach((key, sequences) -> append(all, key, sequences));
    all.replaceAll((key, sequences) -> sequences.stream().distinct().toList());
    assertThat(all).isEqualTo(CountedEvents.inOrder());
  }

  @Test
  void goes_on_by_itself_after_the_broker_was_killed() {
    try (TestNode node = node()) {
      awaitHandled(CountedEvents.TOTAL / 10);
      broker.kill();
      broker.restart();
      awaitAllCommitted();
    }
    assertThat(handler.firstOccurrences()).isEqualTo(CountedEvents.inOrder());
  }

  private TestNode node() {
    return TestNode.start(broker.bootstrapServers(), topic, handler);
  }

  private void awaitHandled(int count) {
    Eventually.holds(count + " are handled", () -> handler.count() >= count);
  }

  private void awaitAllCommitted() {
    Eventually.holds("all are committed", () -> topic.committedTotal() == CountedEvents.TOTAL);
  }

  private static boolean bothRead(TestNode first, TestNode second) {
    return !second.status().partitions().isEmpty()
        && first.status().partitions().size() < PARTITIONS;
  }

  private static void append(Map<String, List<Long>> all, String key, List<Long> more) {
    List<Long> joined = new ArrayList<>(all.getOrDefault(key, List.of()));
    joined.addAll(more);
    all.put(key, joined);
  }
}
