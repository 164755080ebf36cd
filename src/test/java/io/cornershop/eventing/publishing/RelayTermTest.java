package io.cornershop.eventing.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.publishing.RelayStatus.Condition;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.PositionLog.Entry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RelayTermTest {

  private final CounterShop shop = new CounterShop("counters");
  private final RelaySignal signal = new RelaySignal();
  private final List<MockProducer<String, byte[]>> kafka = new ArrayList<>();
  private final AtomicBoolean held = new AtomicBoolean(true);
  private final AtomicBoolean answers = new AtomicBoolean(true);

  @Test
  void commits_are_numbered_published_and_marked() {
    RelayTerm term = term();
    signal.accept(shop.count("door", 2));
    signal.accept(shop.count("gate", 1));

    work(term);

    assertThat(published(0)).containsExactly("door 1000", "door 1001", "gate 2000");
    assertThat(shop.log.published()).isEqualTo(2);
    assertThat(shop.store.findPending(10)).isEmpty();
  }

  @Test
  void a_take_over_sends_again_what_is_behind_the_mark_and_finds_lost_wake_ups() {
    Commit marked = shop.count("door", 1);
    Commit numbered = shop.count("door", 1);
    shop.count("door", 1);
    Entry first = Entry.NONE.next(marked);
    shop.log.append(List.of(first, first.next(numbered)));
    shop.log.markPublished(1);

    work(term());

    assertThat(published(0)).containsExactly("door 2000", "door 3000");
    assertThat(shop.log.published()).isEqualTo(3);
  }

  @Test
  void the_mark_waits_for_the_acknowledgement() {
    answers.set(false);
    RelayTerm term = term();
    signal.accept(shop.count("door", 1));
    signal.accept(shop.count("gate", 1));
    step(term);
    step(term);

    kafka.getFirst().completeNext();
    term.finish(Duration.ZERO);

    assertThat(published(0)).containsExactly("door 1000", "gate 2000");
    assertThat(shop.log.published()).isEqualTo(1);
  }

  @Test
  void after_a_refused_record_a_new_publisher_goes_on_from_the_acknowledged() {
    answers.set(false);
    RelayTerm term = term();
    Stream.of("door", "gate", "door", "gate").forEach(c -> signal.accept(shop.count(c, 1)));
    step(term);
    step(term);
    kafka.getFirst().completeNext();
    kafka.getFirst().errorNext(new RecordTooLargeException());

    assertThatThrownBy(term::step).isInstanceOf(RelaySetback.class);
    assertThat(kafka.getFirst().closed()).isTrue();
    answers.set(true);
    signal.accept(shop.count("door", 1));
    work(term);

    assertThat(published(1)).containsExactly("gate 2000", "door 3000", "gate 4000", "door 5000");
    assertThat(shop.log.published()).isEqualTo(5);
  }

  @Test
  void a_relay_that_finds_another_writer_begins_again_behind_it() {
    RelayTerm term = term();
    Commit door = shop.count("door", 1);
    signal.accept(door);
    work(term);
    Commit doorAgain = shop.count("door", 1);
    shop.log.append(List.of(shop.log.head().next(doorAgain)));
    signal.accept(shop.count("gate", 1));

    assertThatThrownBy(term::step)
        .isInstanceOfSatisfying(
            RelaySetback.class, e -> assertThat(e.condition()).isEqualTo(Condition.CONTESTED));
    work(term);

    assertThat(published(0)).containsExactly("door 1000", "door 2000", "gate 3000");
    assertThat(shop.log.published()).isEqualTo(3);
  }

  @Test
  void a_commit_that_another_writer_numbered_does_not_wait_for_the_next_one() {
    RelayTerm term = term();
    work(term);
    Commit door = shop.count("door", 1);
    shop.log.append(List.of(Entry.NONE.next(door)));
    signal.accept(door);

    assertThatThrownBy(term::step).isInstanceOf(RelaySetback.class);
    work(term);

    assertThat(published(0)).containsExactly("door 1000");
  }

  @Test
  void what_was_taken_when_another_node_became_the_relay_is_looked_for_there() {
    RelayTerm term = term();
    work(term);
    shop.log.append(List.of(Entry.NONE.next(shop.count("gate", 1))));
    signal.accept(shop.count("door", 1));
    assertThatThrownBy(term::step).isInstanceOf(RelaySetback.class);
    assertThat(signal.takeSweepWish()).isFalse();

    term.abandon();

    assertThat(signal.takeSweepWish()).isTrue();
  }

  @Test
  void what_waited_before_a_take_over_may_have_its_number() {
    Commit door = shop.count("door", 1);
    signal.accept(door);
    shop.log.append(List.of(Entry.NONE.next(door)));
    shop.log.markPublished(1);

    work(term());

    assertThat(published(0)).isEmpty();
    assertThat(shop.log.head()).isEqualTo(Entry.NONE.next(door));
  }

  @Test
  void a_repeat_long_after_its_commit_was_numbered_changes_nothing() {
    Commit door = shop.count("door", 1);
    shop.log.append(List.of(Entry.NONE.next(door)));
    shop.log.markPublished(1);
    RelayTerm term = term();
    work(term);

    signal.repeated(door);
    work(term);

    assertThat(published(0)).isEmpty();
    assertThat(shop.log.head()).isEqualTo(Entry.NONE.next(door));
  }

  @Test
  void a_node_that_lost_its_place_numbers_nothing() {
    RelayTerm term = term();
    work(term);
    held.set(false);
    signal.accept(shop.count("door", 1));

    assertThatThrownBy(term::step).isInstanceOf(RelaySetback.class);

    assertThat(shop.log.head()).isEqualTo(Entry.NONE);
    assertThat(published(0)).isEmpty();
  }

  @Test
  void what_does_not_fit_the_queue_is_found_by_a_sweep() {
    RelayTerm term = term();
    work(term);
    for (int i = 0; i < RelaySignal.CAPACITY; i++) {
      signal.accept("Counter/none-" + i + "/000000000001");
    }
    signal.accept(shop.count("door", 1));

    work(term);

    assertThat(published(0)).containsExactly("door 1000");
    assertThat(shop.store.findPending(10)).isEmpty();
  }

  private RelayTerm term() {
    return new RelayTerm(shop.outbox(), signal, this::publisher, Duration.ZERO, held::get);
  }

  private Publication publisher(long acknowledged) {
    MockProducer<String, byte[]> producer =
        new MockProducer<>(answers.get(), null, new StringSerializer(), new ByteArraySerializer());
    kafka.add(producer);
    return new Publication(
        producer,
        new EventRecords(shop.types, "epoch-1"),
        acknowledged,
        () -> {},
        PublishingObserver.NONE);
  }

  private static void step(RelayTerm term) {
    term.step();
  }

  /** Works until there is nothing to do, and notes it. */
  private static void work(RelayTerm term) {
    boolean busy = true;
    while (busy) {
      busy = term.step();
    }
    term.note();
  }

  private List<String> published(int producer) {
    return kafka.get(producer).history().stream()
        .map(record -> record.key() + " " + positionOf(record))
        .toList();
  }

  private static String positionOf(ProducerRecord<String, byte[]> record) {
    return new String(record.headers().lastHeader("position").value(), StandardCharsets.UTF_8);
  }
}
