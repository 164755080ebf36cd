package io.cornershop.eventing.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WakeUpForwarderTest {

  private final MockProducer<String, String> kafka =
      new MockProducer<>(false, null, new StringSerializer(), new StringSerializer());
  private final RelaySignal signal = new RelaySignal();
  private final WakeUpForwarder forwarder = new WakeUpForwarder(() -> kafka, signal);

  @Test
  void what_came_while_a_record_was_on_its_way_goes_in_the_next() {
    signal.accept("commit-1");
    forwarder.forward();
    signal.accept("commit-2");
    forwarder.forward();
    signal.accept("commit-3");
    forwarder.forward();
    assertThat(sent()).containsExactly("commit-1");

    kafka.completeNext();
    forwarder.forward();

    assertThat(sent()).containsExactly("commit-1", "commit-2\ncommit-3");
  }

  @Test
  void a_lost_record_becomes_the_wish_for_a_sweep() {
    signal.accept("commit-1");
    forwarder.forward();
    kafka.errorNext(new TimeoutException());

    forwarder.forward();

    assertThat(sent()).containsExactly("commit-1", "*");
  }

  @Test
  void nothing_is_sent_when_nothing_waits() {
    forwarder.forward();

    assertThat(sent()).isEmpty();
  }

  @Test
  void what_waits_at_the_end_is_sent() {
    signal.accept("commit-1");

    forwarder.close();

    assertThat(sent()).containsExactly("commit-1");
    assertThat(kafka.closed()).isTrue();
  }

  @Test
  void so_is_the_wish_for_a_sweep() {
    signal.sweepSoon();

    forwarder.close();

    assertThat(sent()).containsExactly("*");
  }

  private List<String> sent() {
    return kafka.history().stream().map(ProducerRecord::value).toList();
  }
}
