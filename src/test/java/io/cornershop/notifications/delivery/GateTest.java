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
  private static final Outcome TURNED_AWAY = Outcome.NotNow.ofOne("450", Optional.empty());
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

  @Test
  void those_that_wait_for_one_address_are_given_a_time_each() {
    pass(1, NOON);
    pass(1, NOON);
    Instant first = NOON.plus(Duration.ofMinutes(30));
    Instant second = NOON.plus(Duration.ofHours(1));

    assertThat(List.of(pass(1, NOON), pass(1, NOON), pass(1, NOON)))
        .containsExactly(
            Optional.of(first),
            Optional.of(second),
            Optional.of(NOON.plus(Duration.ofMinutes(90))));
    assertThat(pass(1, first)).isEmpty();
    assertThat(pass(1, first)).contains(NOON.plus(Duration.ofHours(2)));
    assertThat(pass(1, second)).isEmpty();
  }

  private void fail(int times, Outcome how) {
    for (int address = 0; address < times; address++) {
      assertThat(pass(address, NOON)).isEmpty();
      gate.note("", "to-" + address, how, NOON);
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
    gate.note("", "to-0", SENT, NOON);
    fail(4, NOT_NOW);

    assertThat(pass(7, at(1_000))).isEmpty();
  }

  @Test
  void then_one_is_tried_and_the_others_wait_for_its_outcome() {
    fail(5, NOT_NOW);

    assertThat(pass(6, at(15_000))).isEmpty();
    assertThat(pass(7, at(15_000))).contains(at(16_000));
    gate.note("", "to-6", SENT, at(15_500));
    assertThat(pass(7, at(15_500))).isEmpty();
    assertThat(pass(8, at(15_500))).isEmpty();
  }

  @Test
  void a_trial_in_vain_makes_the_pause_twice_as_long() {
    fail(5, NOT_NOW);
    pass(6, at(15_000));
    gate.note("", "to-6", NOT_NOW, at(15_000));

    assertThat(pass(7, at(44_999))).isPresent();
    assertThat(pass(7, at(45_000))).isEmpty();
  }

  @Test
  void a_trial_that_was_not_made_leaves_room_for_another() {
    fail(5, NOT_NOW);
    pass(6, at(15_000));
    gate.unused("", "to-6");

    assertThat(pass(7, at(15_000))).isEmpty();
  }

  @Test
  void who_has_failed_lets_others_be_tried_first() {
    fail(5, NOT_NOW);

    assertThat(pass(0, at(15_000))).contains(at(16_000));
    assertThat(pass(6, at(15_000))).isEmpty();
    gate.note("", "to-6", NOT_NOW, at(15_000));
    assertThat(pass(6, at(45_000))).isPresent();
    assertThat(pass(0, at(47_000))).isEmpty();
  }

  @Test
  void what_began_before_the_pause_says_nothing_of_the_trial() {
    fail(4, NOT_NOW);
    pass(4, NOON);
    pass(5, NOON);
    gate.note("", "to-4", NOT_NOW, NOON);
    assertThat(pass(6, at(15_000))).isEmpty();
    gate.note("", "to-5", UNKNOWN, at(15_000));

    assertThat(pass(7, at(15_000))).contains(at(16_000));
    gate.note("", "to-6", NOT_NOW, at(15_100));
    assertThat(pass(7, at(45_100))).isEmpty();
  }

  @Test
  void what_waited_while_the_provider_was_given_up_is_not_tried() {
    fail(4, NOT_NOW);
    pass(4, NOON);
    pass(5, NOON);
    assertThat(gate.isStillOpen("", "to-5")).isTrue();
    gate.note("", "to-4", NOT_NOW, NOON);

    assertThat(gate.isStillOpen("", "to-5")).isFalse();
    gate.unused("", "to-5");
    assertThat(pass(6, at(15_000))).isEmpty();
    assertThat(gate.isStillOpen("", "to-6")).isTrue();
  }

  @Test
  void what_finds_no_room_uses_up_nothing_and_comes_again_in_a_second() {
    for (int times = 0; times < 10; times++) {
      assertThat(pass(1, NOON)).isEmpty();
      assertThat(gate.busy("", "to-1", NOON).until()).isEqualTo(at(1_100 + 100 * times));
    }
    fail(5, NOT_NOW);
    assertThat(pass(6, at(15_000))).isEmpty();
    gate.busy("", "to-6", at(15_000));

    assertThat(pass(7, at(15_000))).isEmpty();
  }

  @Test
  void addresses_that_are_turned_away_do_not_hold_up_the_others() {
    fail(9, TURNED_AWAY);

    assertThat(pass(10, at(1_000))).isEmpty();
  }

  @Test
  void whoever_turns_everybody_away_is_left_alone_for_a_while() {
    for (int address = 0; address < 25; address++) {
      Instant now = at(100 * address);
      assertThat(pass(address, now)).isEmpty();
      gate.note("", "to-" + address, TURNED_AWAY, now);
    }
    Instant last = at(2_400);

    assertThat(pass(30, last)).contains(last.plusMillis(15_100));
    assertThat(pass(31, last.plusSeconds(15))).isEmpty();
    gate.note("", "to-31", TURNED_AWAY, last.plusSeconds(15));
    assertThat(pass(32, last.plusSeconds(15))).isEmpty();
  }

  @Test
  void one_address_that_is_turned_away_again_and_again_is_one() {
    for (int times = 0; times < 100; times++) {
      gate.note("", "to-1", TURNED_AWAY, NOON);
    }

    assertThat(pass(2, NOON)).isEmpty();
  }

  @Test
  void a_provider_that_is_down_is_no_matter_of_the_others() {
    for (int address = 0; address < 5; address++) {
      assertThat(gate.pass("down", "there-" + address, NOON)).isEmpty();
      gate.note("down", "there-" + address, NOT_NOW, NOON);
    }

    assertThat(pass("down", "there-5", NOON)).contains(at(15_100));
    assertThat(gate.pass("up", "here", NOON)).isEmpty();
    gate.note("up", "here", SENT, NOON);
    assertThat(pass("down", "there-6", NOON)).contains(at(15_200));
  }

  @Test
  void who_waits_for_a_place_of_the_channel_does_not_wait_for_a_provider_that_is_down() {
    for (int address = 0; address < 5; address++) {
      assertThat(gate.pass("down", "there-" + address, NOON)).isEmpty();
      gate.note("down", "there-" + address, NOT_NOW, NOON);
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
      gate.note("down", "there-" + address, NOT_NOW, NOON);
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
