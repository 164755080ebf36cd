package io.cornershop.eventing.projections.rebuild;

import static io.cornershop.eventing.projections.rebuild.Scene.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.CurrentRows;
import io.cornershop.eventing.projections.ProjectionHandler;
import io.cornershop.eventing.projections.Row;
import io.cornershop.eventing.projections.Sources;
import io.cornershop.eventing.projections.TicketEvent.SeatsAdded;
import io.cornershop.eventing.projections.TicketEvent.TicketSold;
import io.cornershop.eventing.projections.TripBoard;
import io.cornershop.eventing.projections.TripEvent.TripInspected;
import io.cornershop.eventing.projections.TripEvent.TripRenamed;
import io.cornershop.eventing.projections.versions.Comparison;
import io.cornershop.eventing.projections.versions.Difference;
import io.cornershop.eventing.projections.versions.FlipWhen;
import io.cornershop.eventing.projections.versions.RebuildJob.Phase;
import io.cornershop.eventing.projections.versions.RebuildJob.Status;
import io.cornershop.eventing.projections.versions.Version;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RebuildTest {

  private static final StreamId T0 = new StreamId("Trip", "t0");
  private static final StreamId K0 = new StreamId("Ticket", "k0");

  private final Scene scene = new Scene();
  private final RebuildNode node = scene.node("node-1");

  private void rebuild(FlipWhen flip) {
    scene.operator.rebuild(VIEW, flip);
    node.look(Runnable::run);
  }

  private void assertComplete(int version) {
    assertThat(scene.content(version)).isEqualTo(scene.foldOfTheStore());
  }

  @Test
  void a_rebuild_makes_the_same_rows_and_lets_them_be_read() {
    scene.someTrips(5);
    scene.happenLive(T0, new TripInspected("t0"));
    scene.happenLive(T0, new TripRenamed("t0", "Other"));

    rebuild(FlipWhen.EQUAL);

    assertThat(scene.status()).isEqualTo(Status.DONE);
    assertThat(scene.state().active()).isEqualTo(new Version(2, 1));
    assertThat(scene.known.served(VIEW)).isSameAs(scene.rows(2));
    assertThat(scene.job().comparison()).contains(new Comparison(5, 0, List.of()));
    assertThat(scene.job().progress().number()).isEqualTo(12);
    assertThat(scene.job().progress().events()).isEqualTo(11);
    assertComplete(2);
    assertThat(scene.content(1)).isEqualTo(scene.content(2));
  }

  @Test
  void what_happens_while_it_is_built_is_in_both_versions() {
    scene.someTrips(3);
    scene.store.beforeScans(
        () -> scene.happenLive(T0, new TripRenamed("t0", "First")),
        () -> scene.happenLive(K0, new SeatsAdded("k0", "t0", 7)));
    scene.log.beforeHeads(
        () -> scene.happenLive(T0, new TripRenamed("t0", "Second")),
        () -> scene.happenLive(T0, new TripRenamed("t0", "Third")));

    rebuild(FlipWhen.EQUAL);
    scene.happenLive(K0, new SeatsAdded("k0", "t0", 7));

    assertThat(scene.state().active().number()).isEqualTo(2);
    assertComplete(1);
    assertComplete(2);
  }

  @Test
  void what_a_consumer_handles_without_knowing_of_the_new_version_is_in_it() {
    scene.someTrips(3);
    ProjectionHandler<TripBoard> unknowing =
        new ProjectionHandler<>(scene.updates(), CurrentRows.only(scene.rows(1)));
    Runnable nothing = () -> {};
    scene.log.beforeHeads(
        nothing, () -> scene.happen(K0, new SeatsAdded("k0", "t0", 7)).forEach(unknowing::handle));

    rebuild(FlipWhen.EQUAL);

    assertThat(scene.state().active().number()).isEqualTo(2);
    assertComplete(2);
  }

  @Test
  void a_row_of_the_old_version_that_was_tampered_with_is_found_and_keeps_it_from_being_left() {
    scene.someTrips(3);
    Row<TripBoard> row = scene.rows(1).load(scene.projection, "t1").orElseThrow();
    TripBoard tampered = new TripBoard("t1", Optional.of("Trip 1"), 99);
    scene
        .rows(1)
        .save(scene.projection, new Row<>("t1", tampered, row.sources(), row.revision() + 1));

    rebuild(FlipWhen.EQUAL);

    Difference difference = new Difference("t1", Difference.Kind.VALUE, List.of("seats"));
    assertThat(scene.status()).isEqualTo(Status.WAITING);
    assertThat(scene.job().comparison()).contains(new Comparison(3, 1, List.of(difference)));
    assertThat(scene.state().active().number()).isEqualTo(1);

    scene.happenLive(K0, new SeatsAdded("k0", "t0", 7));
    scene.operator.flip(VIEW);
    assertThat(scene.state().active().number()).isEqualTo(2);
    assertComplete(2);
  }

  @Test
  void rows_that_one_version_lacks_are_found() {
    scene.someTrips(2);
    TripBoard ghost = new TripBoard("ghost", Optional.empty(), 1);
    scene.rows(1).save(scene.projection, new Row<>("ghost", ghost, Sources.NONE, 1));
    scene.happen(new StreamId("Ticket", "lost"), new TicketSold("lost", "new", 1));

    rebuild(FlipWhen.EQUAL);

    assertThat(scene.job().comparison())
        .contains(
            new Comparison(
                3,
                2,
                List.of(
                    new Difference("new", Difference.Kind.ONLY_NEW, List.of()),
                    new Difference("ghost", Difference.Kind.ONLY_OLD, List.of()))));
  }

  @Test
  void a_row_that_is_behind_is_looked_at_again_until_it_has_caught_up() {
    scene.someTrips(2);
    List<EventEnvelope> late = scene.happen(K0, new SeatsAdded("k0", "t0", 7));
    scene.operator.rebuild(VIEW, FlipWhen.EQUAL);
    LateConsumer rows = new LateConsumer(scene.rows, () -> late.forEach(scene.live::handle));
    RebuildNode slow = scene.node("slow", rows);

    slow.look(Runnable::run);

    assertThat(scene.status()).isEqualTo(Status.DONE);
  }

  @Test
  void when_it_is_asked_to_wait_it_waits_and_can_compare_again() {
    scene.someTrips(2);

    rebuild(FlipWhen.ASKED);

    assertThat(scene.status()).isEqualTo(Status.WAITING);
    assertThat(scene.job().phase()).isEqualTo(Phase.COMPARED);
    scene.operator.resume(VIEW);
    assertThat(scene.job().phase()).isEqualTo(Phase.COMPARING);
    node.look(Runnable::run);
    assertThat(scene.status()).isEqualTo(Status.WAITING);
    assertThat(scene.operator.flip(VIEW).active().number()).isEqualTo(2);
  }

  @Test
  void the_version_before_the_last_is_dropped_by_the_next_rebuild() {
    scene.someTrips(2);

    rebuild(FlipWhen.EQUAL);
    assertThat(scene.rows.existing(VIEW)).containsExactlyInAnyOrder(1, 2);
    rebuild(FlipWhen.EQUAL);

    assertThat(scene.rows.existing(VIEW)).containsExactlyInAnyOrder(2, 3);
    assertComplete(2);
    assertComplete(3);
  }
}
