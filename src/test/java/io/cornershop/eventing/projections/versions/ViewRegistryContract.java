package io.cornershop.eventing.projections.versions;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.projections.versions.Progress.Scan;
import io.cornershop.eventing.projections.versions.RebuildJob.Phase;
import io.cornershop.eventing.projections.versions.RebuildJob.Status;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every keeper of states does. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class ViewRegistryContract {

  private static final ViewState FIRST = ViewState.first("trips", 3);

  private ViewRegistry registry;

  /** Without any state. */
  abstract ViewRegistry emptyRegistry();

  @BeforeEach
  void prepare() {
    registry = emptyRegistry();
  }

  @Test
  void a_view_begins_with_its_first_version_once() {
    assertThat(registry.find("trips")).isEmpty();

    assertThat(registry.ensure("trips", 3)).isEqualTo(FIRST);
    assertThat(registry.ensure("trips", 4)).isEqualTo(FIRST);

    assertThat(registry.find("trips")).contains(FIRST);
  }

  @Test
  void a_state_is_read_as_it_was_written() {
    registry.ensure("trips", 3);
    Difference difference = new Difference("trip-1", Difference.Kind.VALUE, List.of("seats"));
    RebuildJob job =
        States.job(2, 4)
            .at(new Progress(7, 9, 12, 3.5, Optional.empty()))
            .compared(new Comparison(5, 1, List.of(difference)))
            .ownedBy("node-1");
    Scan scan = new Scan(new StreamPlace("Trip/trip-1/000000000003", 4), 40, 90, States.NOON);
    ViewState scanning = FIRST.with(job.at(new Progress(0, 9, 12, 3.5, Optional.of(scan))));
    ViewState second = scanning.with(job);
    ViewState third = second.with(job.become(Status.FAILED, "A reason."));
    ViewState fourth = third.flipped();

    for (ViewState next : List.of(scanning, second, third, fourth)) {
      assertThat(registry.save(next)).isTrue();
      assertThat(registry.find("trips")).contains(next);
    }
  }

  @Test
  void a_state_that_does_not_follow_is_refused() {
    registry.ensure("trips", 3);
    ViewState second = FIRST.with(States.job(2, 3));
    registry.save(second);

    assertThat(registry.save(FIRST.with(States.job(9, 3)))).isFalse();
    assertThat(registry.save(second.flipped().rolledBack())).isFalse();
    assertThat(registry.save(ViewState.first("unknown", 1).with(States.job(2, 3)))).isFalse();

    assertThat(registry.all()).containsExactly(second);
  }

  @Test
  void all_views_are_told() {
    registry.ensure("trips", 3);
    registry.ensure("tickets", 1);

    assertThat(registry.all()).containsExactlyInAnyOrder(FIRST, ViewState.first("tickets", 1));
  }

  @Test
  void of_several_nodes_that_ask_at_once_one_is_first() throws Exception {
    registry.ensure("trips", 3);
    ViewState state = FIRST;
    for (int round = 0; round < 20; round++) {
      ViewState before = state;
      List<Callable<Boolean>> nodes =
          IntStream.range(0, 4)
              .mapToObj(node -> before.with(States.job(2, 3).ownedBy("node-" + node)))
              .map(next -> (Callable<Boolean>) () -> registry.save(next))
              .toList();
      int winners = 0;
      try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
        for (var won : threads.invokeAll(nodes)) {
          winners += won.get() ? 1 : 0;
        }
      }
      assertThat(winners).isEqualTo(1);
      state = registry.find("trips").orElseThrow();
    }
    assertThat(state.revision()).isEqualTo(21);
    assertThat(state.job().map(RebuildJob::phase)).isEqualTo(Optional.of(Phase.BUILDING));
  }
}
