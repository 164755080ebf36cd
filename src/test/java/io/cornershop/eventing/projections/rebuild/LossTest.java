package io.cornershop.eventing.projections.rebuild;

import static io.cornershop.eventing.projections.rebuild.Scene.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.TripEvent.TripRenamed;
import io.cornershop.eventing.projections.versions.FlipWhen;
import io.cornershop.eventing.projections.versions.RebuildJob.Status;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A store that has lost what no gap tells of: the end of a stream, or all of it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LossTest {

  private final Scene scene = new Scene();
  private final RebuildNode node = scene.node("node-1");

  private void rebuild() {
    scene.operator.rebuild(VIEW, FlipWhen.ALWAYS);
    node.look(Runnable::run);
  }

  private void assertLossIsTold() {
    assertThat(scene.status()).isEqualTo(Status.FAILED);
    assertThat(scene.job().reason()).isEqualTo("The store has 5 of the 6 events that its log has");
    assertThat(scene.state().active().number()).isEqualTo(1);
  }

  @Test
  void is_not_made_up_for_by_what_is_appended_meanwhile() {
    scene.someTrips(3);
    scene.store.lose("Ticket/k2/000000000001");
    Runnable append =
        () -> scene.happenLive(new StreamId("Trip", "t2"), new TripRenamed("t2", "Later"));
    scene.store.beforeScans(append, append, append);

    rebuild();

    assertLossIsTold();
  }

  @Test
  void is_looked_for_anew_when_the_job_goes_on() {
    scene.someTrips(3);
    scene.store.lose("Ticket/k1/000000000001");
    rebuild();
    assertLossIsTold();
    scene.operator.resume(VIEW);
    node.look(Runnable::run);
    assertLossIsTold();

    scene.store.loseNothing();
    scene.operator.resume(VIEW);
    node.look(Runnable::run);

    assertThat(scene.status()).isEqualTo(Status.DONE);
    assertThat(scene.content(2)).isEqualTo(scene.foldOfTheStore()).isEqualTo(scene.content(1));
  }
}
