package io.cornershop.eventing.consuming.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.consuming.ConsumingFixtures;
import io.cornershop.eventing.consuming.CountedEvents;
import io.cornershop.eventing.consuming.RecordingHandler;
import io.cornershop.eventing.deadletters.InMemoryDeadLetters;
import io.cornershop.eventing.deadletters.LetterDesk;
import io.cornershop.eventing.deadletters.LetterFilter;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.testing.Await;
import io.cornershop.testing.TestBroker;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConnectorIT {

  private static final int PARTITIONS = 6;

  @RegisterExtension static final TestBroker BROKER = new TestBroker();

  private final RecordingHandler handler = new RecordingHandler("counting", "Counted");
  private final InMemoryDeadLetters letters = new InMemoryDeadLetters();
  private TestTopic topic;

  @BeforeEach
  void openTopic() {
    topic = new TestTopic(BROKER.bootstrapServers());
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
  void holds_only_the_key_that_fails_and_commits_past_it() {
    topic.create(1).send(CountedEvents.all());
    handler.doing(failingAt("key-7", 3));
    node().during(this::awaitAllCommitted);
    assertThat(handler.handled().get("key-7")).isEqualTo(List.of(1L, 2L));
    assertThat(letters.list(LetterFilter.ALL, Optional.empty(), 50))
        .extracting(letter -> letter.sequence().key())
        .hasSize(CountedEvents.PER_KEY - 2)
        .containsOnly("key-7");
  }

  @Test
  void handles_after_a_restart_what_was_held_when_an_operator_asks_for_it() {
    topic.create(1).send(CountedEvents.all());
    handler.doing(failingAt("key-7", 3));
    node().during(this::awaitAllCommitted);
    handler.doing(event -> {});
    node()
        .during(
            () -> {
              new LetterDesk(letters, CounterFixtures.CLOCK)
                  .retryAll("projections/counting", Optional.empty(), 10);
              awaitHandled(CountedEvents.TOTAL);
            });
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
    return TestNode.start(BROKER.bootstrapServers(), topic, handler, Backing.empty().with(letters));
  }

  private void awaitHandled(int count) {
    Await.holds(count + " are handled", () -> handler.count() >= count);
  }

  private void awaitAllCommitted() {
    Await.holds("all are committed", () -> topic.committedTotal() == CountedEvents.TOTAL);
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
