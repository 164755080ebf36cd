package io.cornershop.eventing.consuming.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.Channels;
import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.consuming.ConsumingFixtures;
import io.cornershop.eventing.consuming.CountedEvents;
import io.cornershop.eventing.consuming.RecordingHandler;
import io.cornershop.eventing.consuming.steering.SeekTarget;
import io.cornershop.eventing.consuming.steering.Wish;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.testing.Await;
import io.cornershop.testing.TestBroker;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the broker lost, and what operators want again, on a real broker. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HealingIT {

  private static final int PARTITIONS = 3;
  private static final String CHANNEL = Channels.PROJECTIONS;

  @RegisterExtension static final TestBroker BROKER = new TestBroker();

  private final RecordingHandler handler = new RecordingHandler("counting", "Counted");
  private TestTopic topic;
  private Backing backing;

  @BeforeEach
  void openTopic() {
    topic = new TestTopic(BROKER.bootstrapServers()).create(PARTITIONS);
    backing = Backing.holding(topic.name(), CountedEvents.all());
    topic.send(CountedEvents.all());
  }

  @AfterEach
  void closeTopic() {
    topic.close();
  }

  @Test
  void what_retention_took_before_it_was_handled_comes_from_the_store() {
    List<Long> halves = LongStream.range(0, PARTITIONS).map(p -> end(p) / 2).boxed().toList();
    for (int partition = 0; partition < PARTITIONS; partition++) {
      topic.cut(partition, halves.get(partition));
    }
    TestNode node = node();
    node.during(this::awaitAllCommitted);
    assertThat(handler.firstOccurrences()).isEqualTo(CountedEvents.inOrder());
    assertThat(node.status().healed()).isEqualTo(PARTITIONS);
  }

  @Test
  void what_retention_took_while_a_channel_was_paused_comes_from_the_store() {
    backing.wishes().change(CHANNEL, wish -> wish.paused(true));
    node()
        .during(
            () -> {
              for (int partition = 0; partition < PARTITIONS; partition++) {
                topic.cut(partition, end(partition));
              }
              backing.wishes().change(CHANNEL, wish -> wish.paused(false));
              awaitAllCommitted();
            });
    assertThat(handler.firstOccurrences()).isEqualTo(CountedEvents.inOrder());
  }

  @Test
  void a_topic_that_was_made_anew_and_has_grown_past_the_old_offsets_skips_nothing() {
    topic.close();
    topic = new TestTopic(BROKER.bootstrapServers()).create(PARTITIONS);
    backing = Backing.holding(topic.name(), CountedEvents.all());
    List<EventEnvelope> first = CountedEvents.all().subList(0, CountedEvents.TOTAL / 4);
    topic.send(first);
    TestNode before = node();
    Await.holds("they are committed", () -> topic.committedTotal() == first.size());
    backing.wishes().change(CHANNEL, wish -> wish.paused(true));
    Await.holds("it pauses", () -> before.status().state() == ConsumerStatus.State.PAUSED);
    before.stop();
    Map<TopicPartition, OffsetAndMetadata> old = topic.offsets();
    topic.makeAnew(PARTITIONS);
    topic.send(CountedEvents.all());
    topic.commit(old);
    backing.wishes().change(CHANNEL, wish -> wish.paused(false));
    TestNode after = node();
    after.during(this::awaitAllCommitted);
    assertThat(handler.firstOccurrences()).isEqualTo(CountedEvents.inOrder());
    assertThat(after.status().healed()).isEqualTo(PARTITIONS);
  }

  @Test
  void a_topic_that_was_made_anew_behind_a_paused_channel_skips_nothing_when_it_resumes() {
    TestNode node = node();
    node.during(
        () -> {
          awaitAllCommitted();
          backing.wishes().change(CHANNEL, wish -> wish.paused(true));
          Await.holds("it pauses", () -> node.status().state() == ConsumerStatus.State.PAUSED);
          topic.makeAnew(PARTITIONS);
          topic.send(CountedEvents.all());
          topic.send(List.of(ConsumingFixtures.counted("key-0", CountedEvents.PER_KEY + 1L)));
          backing.wishes().change(CHANNEL, wish -> wish.paused(false));
          Await.holds("it heals", () -> node.status().healed() == PARTITIONS);
          Await.holds("all are committed", () -> topic.committedTotal() == CountedEvents.TOTAL + 1);
        });
  }

  @Test
  void a_group_whose_offsets_were_forgotten_begins_anew_and_skips_nothing() {
    node().during(this::awaitAllCommitted);
    topic.forgetCommitted();
    node().during(this::awaitAllCommitted);
    assertThat(handler.handled()).isEqualTo(twice());
  }

  @Test
  void a_seek_to_the_beginning_is_carried_out_once_by_whoever_owns_the_partitions() {
    TestNode first = node();
    TestNode second = node();
    awaitAllCommitted();
    seek(new SeekTarget.Beginning());
    awaitCarriedOut();
    first.stop();
    node().during(this::awaitAllCommitted);
    second.stop();
    assertThat(handler.handled()).isEqualTo(twice());
  }

  @Test
  void a_seek_to_a_time_brings_what_was_published_since() {
    node()
        .during(
            () -> {
              awaitAllCommitted();
              seek(new SeekTarget.Timestamp(Instant.now().plusSeconds(3_600)));
              awaitCarriedOut();
              assertThat(handler.handled()).isEqualTo(CountedEvents.inOrder());
              seek(new SeekTarget.Timestamp(Instant.EPOCH));
              awaitCarriedOut();
              awaitAllCommitted();
            });
    assertThat(handler.handled()).isEqualTo(twice());
  }

  private TestNode node() {
    return TestNode.start(BROKER.bootstrapServers(), topic, handler, backing);
  }

  private void seek(SeekTarget target) {
    backing.wishes().change(CHANNEL, wish -> wish.seeking(target, target.toString()));
  }

  private void awaitCarriedOut() {
    Await.holds(
        "all partitions have carried it out",
        () -> {
          Wish wish = backing.wishes().of(CHANNEL);
          return wish.carriedOut().size() == PARTITIONS
              && wish.carriedOut().values().stream().allMatch(n -> n == wish.number());
        });
  }

  private void awaitAllCommitted() {
    Await.holds("all are committed", () -> topic.committedTotal() == CountedEvents.TOTAL);
  }

  private long end(long partition) {
    return topic.ends().get((int) partition);
  }

  /** All events again, behind all events. */
  private static Map<String, List<Long>> twice() {
    Map<String, List<Long>> twice = new TreeMap<>(CountedEvents.inOrder());
    twice.replaceAll((key, once) -> Stream.of(once, once).flatMap(List::stream).toList());
    return twice;
  }
}
