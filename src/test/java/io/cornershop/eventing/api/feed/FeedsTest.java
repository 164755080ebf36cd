package io.cornershop.eventing.api.feed;

import static io.cornershop.eventing.store.CommitFixtures.DOOR;
import static io.cornershop.eventing.store.CommitFixtures.GATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.api.EventsByPosition;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.AppendResult;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.CommitFixtures;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.InMemoryPositionLog;
import io.cornershop.eventing.store.PositionLog;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.kernel.InvalidValue;
import io.cornershop.kernel.Unavailable;
import io.cornershop.testing.Await;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FeedsTest {

  private static final Duration OFTEN = Duration.ofMillis(1);
  private static final Duration NEVER = Duration.ofDays(1);

  private final EventStore store = new InMemoryEventStore(StoreLimits.USUAL, CommitFixtures.CLOCK);
  private final PositionLog log = new InMemoryPositionLog();
  private final Map<StreamId, StreamHead> heads = new HashMap<>();
  private final AtomicReference<Optional<String>> trouble = new AtomicReference<>(Optional.empty());
  private Feeds feeds = feeds(3, NEVER);

  private Feeds feeds(int maxOpen, Duration heartbeat) {
    return new Feeds(store, log, new FeedSettings(maxOpen, heartbeat, OFTEN), trouble::get);
  }

  @AfterEach
  void close() {
    feeds.close();
  }

  private void happen(StreamId stream, int events) {
    StreamHead head = heads.getOrDefault(stream, StreamHead.empty(stream));
    var wanted = CommitFixtures.commit(head, stream + "-" + head.sequence(), events);
    Commit commit = ((AppendResult.Appended) store.append(wanted)).commit();
    heads.put(stream, commit.head());
    assertThat(log.append(List.of(log.head().next(commit)))).isTrue();
  }

  private RecordingOutlet open(FeedFilter filter, long position) {
    RecordingOutlet outlet = new RecordingOutlet();
    feeds.open(filter, position, outlet);
    return outlet;
  }

  private List<EventEnvelope> all() {
    return EventsByPosition.all(store, log).after(0, 100_000);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1_000, 1_001, 2_000, 7_001, 40_002})
  void go_from_history_to_live_without_loss_or_double(long position) {
    for (int i = 0; i < 40; i++) {
      happen(i % 2 == 0 ? DOOR : GATE, 3);
    }

    RecordingOutlet outlet = open(FeedFilter.ALL, position);
    for (int i = 0; i < 200; i++) {
      happen(i % 2 == 0 ? DOOR : GATE, 1 + i % 4);
    }

    List<EventEnvelope> expected =
        all().stream().filter(e -> e.position().orElseThrow() > position).toList();
    Await.until(outlet::events, events -> events.size() >= expected.size());
    assertThat(outlet.events()).isEqualTo(expected);
  }

  @Test
  void resume_behind_any_event() {
    for (int i = 0; i < 5; i++) {
      happen(DOOR, 3);
    }
    List<EventEnvelope> all = all();
    for (int i = 0; i < all.size(); i++) {
      List<EventEnvelope> rest = all.subList(i + 1, all.size());
      RecordingOutlet outlet = open(FeedFilter.ALL, all.get(i).position().orElseThrow());
      happen(GATE, 1);
      Await.until(outlet::events, events -> events.size() > rest.size());
      assertThat(outlet.events().subList(0, rest.size())).isEqualTo(rest);
      outlet.close();
      Await.holds("the feed has ended", () -> feeds.size() == 0);
    }
  }

  @Test
  void show_one_aggregate_type_or_event_type_only() {
    StreamId lamp = new StreamId("Light", "lamp");
    happen(DOOR, 2);
    happen(lamp, 1);
    RecordingOutlet lights = open(new FeedFilter(Optional.of("Light"), Optional.empty()), 0);
    RecordingOutlet other = open(new FeedFilter(Optional.empty(), Optional.of("Burnt")), 0);
    happen(DOOR, 2);
    happen(lamp, 2);

    Await.until(lights::events, events -> events.size() == 3);
    assertThat(lights.events()).allMatch(event -> event.stream().equals(lamp));
    assertThat(other.events()).isEmpty();
  }

  @Test
  void say_that_they_are_alive_while_nothing_happens() {
    feeds = feeds(1, Duration.ZERO);
    happen(DOOR, 1);

    RecordingOutlet outlet = open(FeedFilter.ALL, 0);

    Await.until(outlet::comments, comments -> comments.contains("at number 1"));
    assertThat(outlet.comments()).startsWith("the events behind position 0 follow");
  }

  @Test
  void say_why_they_wait_at_the_head_and_go_on() {
    happen(DOOR, 1);
    RecordingOutlet outlet = open(FeedFilter.ALL, 0);
    Await.until(outlet::events, events -> events.size() == 1);

    trouble.set(Optional.of("Kafka does not answer"));
    Await.until(outlet::comments, comments -> comments.contains("waiting: Kafka does not answer"));
    trouble.set(Optional.empty());
    happen(DOOR, 1);

    Await.until(outlet::events, events -> events.size() == 2);
  }

  @Test
  void are_no_more_than_allowed() {
    open(FeedFilter.ALL, 0);
    open(FeedFilter.ALL, 0);
    RecordingOutlet third = open(FeedFilter.ALL, 0);

    assertThatThrownBy(() -> open(FeedFilter.ALL, 0)).isInstanceOf(Unavailable.class);

    third.close();
    Await.holds("a place is free", () -> feeds.size() == 2);
    assertThat(open(FeedFilter.ALL, 0).isOpen()).isTrue();
  }

  @Test
  void refuse_a_position_that_no_event_has_reached() {
    happen(DOOR, 2);

    assertThatThrownBy(() -> open(FeedFilter.ALL, 1_002)).isInstanceOf(InvalidValue.class);
    assertThat(open(FeedFilter.ALL, 1_001).isOpen()).isTrue();
  }

  @Test
  void end_when_the_node_stops() {
    happen(DOOR, 1);
    RecordingOutlet outlet = open(FeedFilter.ALL, 0);

    feeds.close();

    assertThat(outlet.isOpen()).isFalse();
    assertThat(feeds.size()).isZero();
    assertThatThrownBy(() -> open(FeedFilter.ALL, 0)).isInstanceOf(Unavailable.class);
  }

  @Test
  void read_no_further_than_a_client_takes() {
    for (int i = 0; i < 1_000; i++) {
      happen(DOOR, 1);
    }
    RecordingOutlet outlet = new RecordingOutlet(1);
    feeds.open(FeedFilter.ALL, 0, outlet);
    Await.until(outlet::events, events -> events.size() == 1);

    assertThat(outlet.isWaiting()).isTrue();
    outlet.takeAll();
    Await.until(outlet::events, events -> events.size() == 1_000);
  }
}
