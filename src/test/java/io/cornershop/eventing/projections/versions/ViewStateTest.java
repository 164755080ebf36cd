package io.cornershop.eventing.projections.versions;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.projections.versions.RebuildJob.Phase;
import io.cornershop.eventing.projections.versions.RebuildJob.Status;
import io.cornershop.eventing.projections.versions.ViewState.Former;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ViewStateTest {

  private static final ViewState FIRST = ViewState.first("trips", 1);
  private static final ViewState BUILDING = FIRST.with(States.job(2, 1));
  private static final ViewState FLIPPED = BUILDING.flipped();

  @Test
  void a_new_version_is_fed_from_the_hand_over_on() {
    assertThat(BUILDING.fed(1)).containsExactly(1);
    for (Phase phase : Set.of(Phase.HANDING_OVER, Phase.COMPARING, Phase.COMPARED)) {
      RebuildJob job = States.job(2, 1).in(phase);
      assertThat(FIRST.with(job).fed(1)).containsExactly(1, 2);
      assertThat(FIRST.with(job.become(Status.PAUSED, "")).fed(1)).containsExactly(1, 2);
      assertThat(FIRST.with(job.become(Status.CANCELLED, "")).fed(1)).containsExactly(1);
    }
  }

  @Test
  void after_the_flip_the_new_version_is_read_and_the_old_one_is_still_fed() {
    assertThat(FLIPPED.active()).isEqualTo(new Version(2, 1));
    assertThat(FLIPPED.former()).contains(new Former(new Version(1, 1), true));
    assertThat(FLIPPED.fed(1)).containsExactly(2, 1);
    assertThat(FLIPPED.openJob()).isEmpty();
    assertThat(FLIPPED.rolledBack().active()).isEqualTo(new Version(1, 1));
    assertThat(FLIPPED.rolledBack().fed(1)).containsExactly(1, 2);
  }

  @Test
  void a_version_of_another_fold_is_left_behind_at_the_flip() {
    ViewState flipped = FIRST.with(States.job(2, 9)).flipped();

    assertThat(flipped.former()).contains(new Former(new Version(1, 1), false));
    assertThat(flipped.fed(9)).containsExactly(2);
    assertThat(flipped.fed(1)).containsExactly(1);
    assertThat(flipped.outgrows(1)).isTrue();
    assertThat(flipped.outgrows(9)).isFalse();
    assertThat(FIRST.needsRebuild(9)).isTrue();
    assertThat(flipped.needsRebuild(9)).isFalse();
  }

  @Test
  void each_build_feeds_what_it_makes_and_leaves_the_rest_to_the_newer() {
    ViewState handingOver = FIRST.with(States.job(2, 9).in(Phase.HANDING_OVER));

    assertThat(FIRST.fed(9)).isEmpty();
    assertThat(FIRST.outgrows(1)).isFalse();
    assertThat(handingOver.fed(1)).containsExactly(1);
    assertThat(handingOver.outgrows(1)).isTrue();
    assertThat(handingOver.fed(9)).containsExactly(2);
    assertThat(handingOver.outgrows(9)).isFalse();
  }

  @Test
  void dead_is_what_was_given_a_number_and_can_never_be_read_again() {
    ViewState cancelled =
        FLIPPED.with(States.job(3, 1).become(Status.CANCELLED, "")).with(States.job(4, 1));

    assertThat(cancelled.kept()).containsExactlyInAnyOrder(1, 2, 4);
    assertThat(cancelled.isDead(3)).isTrue();
    assertThat(cancelled.isDead(4)).isFalse();
    assertThat(cancelled.isDead(5)).isFalse();
    assertThat(cancelled.flipped().isDead(1)).isTrue();
    assertThat(cancelled.latest()).isEqualTo(4);
  }

  @Test
  void time_left_is_told_when_the_rate_is_known() {
    assertThat(new Progress(10, 30, 0, 0, Optional.empty()).timeLeft()).isEqualTo(Optional.empty());
    assertThat(new Progress(10, 30, 0, 4, Optional.empty()).timeLeft())
        .contains(java.time.Duration.ofSeconds(5));
  }
}
