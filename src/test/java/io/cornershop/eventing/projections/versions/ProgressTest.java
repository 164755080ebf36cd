package io.cornershop.eventing.projections.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProgressTest {

  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
  private static final StreamPlace PLACE = new StreamPlace("Trip/t1/000000000003", 4);

  @Test
  void the_share_of_a_scan_is_a_share_of_the_log() {
    Progress half = Progress.scanning(30, 80, NOON).scanned(PLACE, 40, 10).atPace(5);

    assertThat(half.number()).isZero();
    assertThat(half.reached()).isEqualTo(15);
    assertThat(half.timeLeft()).contains(Duration.ofSeconds(3));
    assertThat(half.scanned(PLACE, 60, 10).reached()).isEqualTo(30);
  }

  @Test
  void behind_a_scan_the_log_is_done_up_to_where_it_was_when_the_scan_began() {
    Progress scanned = Progress.scanning(30, 80, NOON).scanned(PLACE, 81, 10).behindScan();

    assertThat(scanned).isEqualTo(new Progress(30, 30, 10, 0, Optional.empty()));
    assertThat(scanned.at(35, 40, 2)).isEqualTo(new Progress(35, 40, 12, 0, Optional.empty()));
  }

  @Test
  void a_scan_that_has_met_less_than_there_was_cannot_end() {
    Progress cut = Progress.scanning(30, 80, NOON).scanned(PLACE, 79, 10);

    assertThatThrownBy(cut::behindScan)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The store has 79 of the 80 events that its log has");
  }

  @Test
  void a_scan_of_nothing_is_no_division_by_nothing() {
    assertThat(Progress.scanning(30, 0, NOON).reached()).isZero();
    assertThat(Progress.scanning(30, 0, NOON).behindScan().number()).isEqualTo(30);
  }

  @Test
  void it_is_the_beginning_until_something_was_read() {
    assertThat(Progress.NONE.isBeginning()).isTrue();
    assertThat(Progress.scanning(30, 80, NOON).isBeginning()).isTrue();
    assertThat(Progress.scanning(30, 80, NOON).scanned(PLACE, 1, 0).isBeginning()).isFalse();
    assertThat(new Progress(30, 30, 0, 0, Optional.empty()).isBeginning()).isFalse();
  }
}
