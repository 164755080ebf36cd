package io.cornershop.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.notifications.messages.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GateTest {

  private static final Instant NOON = Instant.parse("2026-03-08T12:00:00Z");
  private static final Outcome SENT = new Outcome.Sent("1");
  private static final Outcome NOT_NOW = new Outcome.NotNow("451", Optional.empty());
  private static final Outcome UNKNOWN = new Outcome.Unknown("timeout");

  private final Gate gate =
      new Gate(new Rate(10, Duration.ofSeconds(1)), new Rate(2, Duration.ofHours(1)));

  private Optional<Instant> pass(int address, Instant at) {
    return pass("", "to-" + address, at);
  }

  private Optional<Instant> pass(String provider, String address, Instant at) {
    return gate.pass(provider, address, at).map(Gate.Wait::until);
  }

  private static Instant at(long millis) {
    return NOON.plusMillis(millis);
  }

  @Test
  void so_many_a_second_pass_and_the_others_are_given_a_time_each() {
    List<Optional<Instant>> answers =
        IntStream.range(0, 13).mapToObj(address -> pass(address, NOON)).toList();

    assertThat(answers.subList(0, 10)).containsOnly(Optional.empty());
    assertThat(answers.subList(10, 13))
        .containsExactly(Optional.of(at(100)), Optional.of(at(200)), Optional.of(at(300)));
    assertThat(pass(10, at(100))).isEmpty();
  }

  @Test
  void so_many_an_hour_go_to_one_address() {
    assertThat(pass(1, NOON)).isEmpty();
    assertThat(pass(1, NOON)).isEmpty();
    assertThat(pass(1, NOON)).contains(NOON.plus(Duration.ofMinutes(30)));
    assertThat(pass(2, NOON)).isEmpty();
    assertThat(pass(1, NOON.plus(Duration.ofMinutes(30)))).isEmpty();
  }

  private void fail(int times, Outcome how) {
    for (int address = 0; address < times; address++) {
      assertThat(pass(address, NOON)).isEmpty();
      gate.note("", how, NOON);
    }
  }

  @Test
  void after_five_failures_nothing_passes_for_a_while() {
    fail(4, NOT_NOW);
    fail(1, UNKNOWN);

    assertThat(pass(7, NOON)).contains(at(15_100));
    assertThat(pass(8, at(14_999))).contains(at(15_200));
  }

  @Test
  void a_success_in_between_begins_the_count_anew() {
    fail(4, NOT_NOW);
    gate.note("", SENT, NOON);
    fail(4, NOT_NOW);

    assertThat(pass(7, at(1_000))).isEmpty();
  }

  @Test
  void then_one_is_tried_and_the_others_wait_for_its_outcome() {
    fail(5, NOT_NOW);

    assertThat(pass(6, at(15_000))).isEmpty();
    assertThat(pass(7, at(15_000))).isPresent();
    gate.note("", SENT, at(15_500));
    assertThat(pass(7, at(15_500))).isEmpty();
    assertThat(pass(8, at(15_500))).isEmpty();
  }

  @Test
  void a_trial_in_vain_makes_the_pause_twice_as_long() {
    fail(5, NOT_NOW);
    pass(6, at(15_000));
    gate.note("", NOT_NOW, at(15_000));

    assertThat(pass(7, at(44_999))).isPresent();
    assertThat(pass(7, at(45_000))).isEmpty();
  }

  @Test
  void a_trial_that_was_not_made_leaves_room_for_another() {
    fail(5, NOT_NOW);
    pass(6, at(15_000));
    gate.unused("");

    assertThat(pass(7, at(15_000))).isEmpty();
  }

  @Test
  void a_provider_that_is_down_is_no_matter_of_the_others() {
    for (int address = 0; address < 5; address++) {
      assertThat(gate.pass("down", "there-" + address, NOON)).isEmpty();
      gate.note("down", NOT_NOW, NOON);
    }

    assertThat(pass("down", "there-5", NOON)).contains(at(15_100));
    assertThat(gate.pass("up", "here", NOON)).isEmpty();
    gate.note("up", SENT, NOON);
    assertThat(pass("down", "there-6", NOON)).contains(at(15_200));
  }

  @Test
  void who_waits_for_a_place_of_the_channel_does_not_wait_for_a_provider_that_is_down() {
    for (int address = 0; address < 5; address++) {
      assertThat(gate.pass("down", "there-" + address, NOON)).isEmpty();
      gate.note("down", NOT_NOW, NOON);
    }
    assertThat(pass("down", "there-5", NOON)).contains(at(15_100));
    for (int address = 0; address < 5; address++) {
      assertThat(gate.pass("up", "here-" + address, NOON)).isEmpty();
    }

    assertThat(pass("up", "here-5", NOON)).contains(at(100));
  }

  @Test
  void who_waits_for_long_is_told_why() {
    pass(1, NOON);
    pass(1, NOON);
    Optional<String> forAddress = gate.pass("", "to-1", NOON).orElseThrow().why();
    for (int address = 0; address < 5; address++) {
      gate.note("down", NOT_NOW, NOON);
    }
    Optional<String> forProvider = gate.pass("down", "there", NOON).orElseThrow().why();
    for (int address = 2; address < 10; address++) {
      pass(address, NOON);
    }
    Optional<String> forChannel = gate.pass("", "to-10", NOON).orElseThrow().why();

    assertThat(List.of(forAddress, forProvider, forChannel))
        .isEqualTo(
            List.of(
                Optional.of("the address has got enough for this hour"),
                Optional.of("the provider is left alone, as it takes nothing"),
                Optional.empty()));
  }
}
