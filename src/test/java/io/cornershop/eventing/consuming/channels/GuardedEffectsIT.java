package io.cornershop.eventing.consuming.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.CountedEvents;
import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.testing.Await;
import io.cornershop.testing.TestBroker;
import io.cornershop.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nodes that die or freeze, and what becomes of guarded rows, on a real broker. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GuardedEffectsIT {

  private static final int PARTITIONS = 6;
  private static final int NEVER = Integer.MAX_VALUE;

  @RegisterExtension static final TestBroker BROKER = new TestBroker();
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private TestTopic topic;
  private GuardedRows rows;

  @BeforeEach
  void open() {
    topic = new TestTopic(BROKER.bootstrapServers()).create(PARTITIONS);
    rows = new GuardedRows(DATABASE.client().getDatabase(topic.name())).prepared();
  }

  @AfterEach
  void close() {
    topic.close();
  }

  @Test
  void a_node_killed_in_the_middle_of_a_list_leaves_nothing_out_and_nothing_twice() {
    topic.send(CountedEvents.all());
    try (NodeProcess victim = process(CountedEvents.TOTAL / 10)) {
      Await.holds("it is in the middle of a list", () -> rows.middles() == 1);
      victim.kill();
    }
    node(rows.inLists(NEVER)).during(() -> awaitCommitted(CountedEvents.TOTAL));
    assertThat(rows.effects()).isEqualTo(CountedEvents.inOrder());
    assertThat(rows.gaps()).isZero();
    assertThat(rows.repeats()).isPositive();
  }

  @Test
  void a_node_that_froze_past_its_session_and_thaws_leaves_each_effect_once_and_in_order() {
    List<EventEnvelope> events = CountedEvents.all();
    int most = CountedEvents.TOTAL * 4 / 5;
    topic.send(events.subList(0, most));
    try (NodeProcess frozen = process(0)) {
      Await.holds("it has begun", () -> rows.count() >= CountedEvents.TOTAL / 10);
      frozen.freeze();
      TestNode second = node(rows.singly());
      awaitCommitted(most);
      frozen.thaw();
      topic.send(events.subList(most, CountedEvents.TOTAL));
      awaitCommitted(CountedEvents.TOTAL);
      second.stop();
    }
    assertThat(rows.effects()).isEqualTo(CountedEvents.inOrder());
    assertThat(rows.gaps()).isZero();
  }

  private NodeProcess process(int standingStillAfter) {
    return NodeProcess.start(
        GuardedNode.class,
        BROKER.bootstrapServers(),
        topic,
        DATABASE.uri(),
        String.valueOf(standingStillAfter));
  }

  private TestNode node(EventHandler handler) {
    return TestNode.start(BROKER.bootstrapServers(), topic, handler);
  }

  private void awaitCommitted(long count) {
    Await.holds(count + " are committed", () -> topic.committedTotal() == count);
  }
}
