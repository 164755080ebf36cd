package io.cornershop.eventing.consuming.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.CountedEvents;
import io.cornershop.eventing.consuming.RecordingHandler;
import io.cornershop.testing.Await;
import io.cornershop.testing.TestBroker;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nodes that come and go while there is work, on a real broker. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MembershipIT {

  private static final int PARTITIONS = 6;
  private static final int SLOWNESS = 20;
  private static final int CHANGES = 8;

  @RegisterExtension static final TestBroker BROKER = new TestBroker();

  private final RecordingHandler all =
      new RecordingHandler("counting", "Counted").doing(event -> CountedEvents.delay(SLOWNESS));
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
  void handles_each_event_once_while_nodes_come_and_go_all_the_time() {
    topic.send(CountedEvents.all());
    Deque<TestNode> nodes = new ArrayDeque<>(List.of(node(), node()));
    for (int change = 1; change <= CHANGES; change++) {
      int enough = CountedEvents.TOTAL * change / (CHANGES + 1);
      Await.holds(enough + " are handled", () -> all.count() >= enough);
      nodes.addLast(node());
      nodes.removeFirst().stop();
    }
    awaitCommitted(CountedEvents.TOTAL);
    nodes.forEach(TestNode::stop);
    assertThat(all.handled()).isEqualTo(CountedEvents.inOrder());
  }

  private TestNode node() {
    return TestNode.start(BROKER.bootstrapServers(), topic, all);
  }

  private void awaitCommitted(long count) {
    Await.holds(count + " are committed", () -> topic.committedTotal() == count);
  }
}
