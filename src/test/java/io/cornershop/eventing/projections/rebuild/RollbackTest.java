package io.cornershop.eventing.projections.rebuild;

import static io.cornershop.eventing.projections.rebuild.Scene.VIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.Projection;
import io.cornershop.eventing.projections.TripBoard;
import io.cornershop.eventing.projections.TripBoardProjection;
import io.cornershop.eventing.projections.TripEvent.TripRenamed;
import io.cornershop.eventing.projections.versions.FlipWhen;
import io.cornershop.eventing.projections.versions.KnownVersions;
import io.cornershop.eventing.projections.versions.RebuildJob;
import io.cornershop.eventing.projections.versions.RebuildJob.Status;
import io.cornershop.eventing.projections.versions.RebuildOrder;
import io.cornershop.eventing.projections.versions.Version;
import io.cornershop.eventing.projections.versions.ViewState;
import io.cornershop.eventing.projections.versions.ViewState.Former;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.Rejected;
import io.cornershop.kernel.ReplayFirewall;
import io.cornershop.kernel.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Going back, and builds that make other rows than those before them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RollbackTest {

  private static final StreamId T0 = new StreamId("Trip", "t0");

  /** The same view as another build makes it. */
  private record OtherBuild(TripBoardProjection same, int version, Runnable sideEffect)
      implements Projection<TripBoard> {

    @Override
    public String name() {
      return same.name();
    }

    @Override
    public Class<TripBoard> rowType() {
      return same.rowType();
    }

    @Override
    public Set<Class<? extends DomainEvent>> events() {
      return same.events();
    }

    @Override
    public String rowOf(DomainEvent event) {
      return same.rowOf(event);
    }

    @Override
    public TripBoard apply(Optional<TripBoard> row, DomainEvent event, EventEnvelope envelope) {
      sideEffect.run();
      return same.apply(row, event, envelope);
    }
  }

  private static Scene sceneOf(int version) {
    return new Scene(new OtherBuild(new TripBoardProjection(), version, () -> {}));
  }

  @Test
  void a_version_that_was_kept_up_to_date_is_read_again_at_once() {
    Scene scene = new Scene();
    scene.someTrips(3);
    scene.operator.rebuild(VIEW, FlipWhen.EQUAL);
    scene.node("node-1").look(Runnable::run);
    scene.happenLive(T0, new TripRenamed("t0", "Afterwards"));

    scene.operator.rollback(VIEW, OptionalInt.empty());
    scene.happenLive(T0, new TripRenamed("t0", "Later"));

    assertThat(scene.state().active()).isEqualTo(new Version(1, 1));
    assertThat(scene.state().former()).contains(new Former(new Version(2, 1), true));
    assertThat(scene.known.served(VIEW)).isSameAs(scene.rows(1));
    assertThat(scene.content(1)).isEqualTo(scene.foldOfTheStore()).isEqualTo(scene.content(2));
  }

  @Test
  void a_version_of_an_older_build_is_caught_up_by_that_build_before_it_is_read_again() {
    Scene newer = sceneOf(2);
    newer.someTrips(3);
    assertThat(newer.state().needsRebuild(1)).isTrue();
    Scene older = newer.seenBy(new OtherBuild(new TripBoardProjection(), 1, () -> {}));
    older.operator.rebuild(VIEW, FlipWhen.EQUAL);
    older.node("older").look(Runnable::run);
    assertThat(newer.state().active()).isEqualTo(new Version(2, 1));
    newer.happen(T0, new TripRenamed("t0", "Only in the second")).forEach(older.live::handle);

    assertThatThrownBy(() -> older.operator.rollback(VIEW, OptionalInt.empty()))
        .isInstanceOfSatisfying(
            Rejected.class,
            refused -> assertThat(refused.code()).isEqualTo("former-version-of-another-build"));
    newer.operator.rollback(VIEW, OptionalInt.empty());
    assertThat(newer.state().active().number()).isEqualTo(2);
    older.node("older").look(Runnable::run);
    assertThat(newer.status()).isEqualTo(Status.RUNNING);
    newer.node("newer").look(Runnable::run);

    assertThat(newer.status()).isEqualTo(Status.DONE);
    assertThat(newer.state().active()).isEqualTo(new Version(1, 2));
    assertThat(newer.content(1)).isEqualTo(newer.foldOfTheStore());
  }

  @Test
  void a_newer_build_rebuilds_what_an_older_one_made_and_never_the_other_way_round() {
    Scene older = sceneOf(1);
    older.someTrips(3);
    Scene newer = older.seenBy(new OtherBuild(new TripBoardProjection(), 2, () -> {}));
    assertThatThrownBy(() -> newer.known.active(VIEW)).isInstanceOf(Unavailable.class);

    assertThat(newer.operator.rebuildOutdated()).containsExactly(VIEW);
    assertThat(newer.operator.rebuildOutdated()).isEmpty();
    newer.node("newer").look(Runnable::run);

    assertThat(newer.state().active()).isEqualTo(new Version(2, 2));
    assertThat(newer.content(2)).isEqualTo(newer.foldOfTheStore());
    assertThat(newer.operator.rebuildOutdated()).isEmpty();
    assertThat(older.operator.rebuildOutdated()).isEmpty();
  }

  @Test
  void a_projection_that_reaches_for_the_outside_fails_its_rebuild() {
    Scene scene =
        new Scene(
            new OtherBuild(new TripBoardProjection(), 1, () -> ReplayFirewall.requireLive("mail")));
    scene.someTrips(2);
    scene.operator.rebuild(VIEW, FlipWhen.EQUAL);

    scene.node("node-1").look(Runnable::run);

    assertThat(scene.status()).isEqualTo(Status.FAILED);
    assertThat(scene.job().reason())
        .isEqualTo("The rebuild of trip_board tried to reach the outside: mail refused");
    assertThat(List.of(scene.content(2))).containsExactly(Set.of());
  }

  @Test
  void a_job_of_another_life_of_the_store_fails() {
    Scene scene = new Scene();
    scene.someTrips(2);
    scene.operator.rebuild(VIEW, FlipWhen.EQUAL);
    RebuildOrder order = scene.job().order();
    RebuildOrder before =
        new RebuildOrder(
            order.id(),
            order.kind(),
            order.target(),
            order.flip(),
            "another life",
            order.askedAt());
    scene.registry.save(scene.state().with(RebuildJob.of(before)));

    scene.node("node-1").look(Runnable::run);

    assertThat(scene.status()).isEqualTo(Status.FAILED);
    assertThat(scene.job().reason()).contains("restored");
  }

  private static Object answer(Supplier<ViewState> wish) {
    try {
      return wish.get().active().number();
    } catch (Rejected refused) {
      return refused.code();
    }
  }

  private static List<Object> askAtOnce(Supplier<ViewState> wish) throws Exception {
    Callable<Object> ask = () -> answer(wish);
    List<Object> answers = new ArrayList<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
      for (Future<Object> answer : callers.invokeAll(Collections.nCopies(4, ask))) {
        answers.add(answer.get());
      }
    }
    return answers;
  }

  @Test
  void of_four_who_ask_for_a_rollback_at_once_one_is_heard() throws Exception {
    Scene scene = new Scene();
    scene.someTrips(3);
    scene.operator.rebuild(VIEW, FlipWhen.EQUAL);
    scene.node("node-1").look(Runnable::run);
    String refused = "rolled-back-already";

    assertThat(askAtOnce(() -> scene.operator.rollback(VIEW, OptionalInt.empty())))
        .containsExactlyInAnyOrder(1, refused, refused, refused);
    assertThat(scene.state().active()).isEqualTo(new Version(1, 1));

    assertThat(askAtOnce(() -> scene.operator.rollback(VIEW, OptionalInt.of(2))))
        .containsExactlyInAnyOrder(2, refused, refused, refused);
    assertThat(scene.state().active()).isEqualTo(new Version(2, 1));
    assertThat(answer(() -> scene.operator.rollback(VIEW, OptionalInt.of(7))))
        .isEqualTo("nothing-to-roll-back-to");
    assertThat(answer(() -> scene.operator.rollback(VIEW, OptionalInt.of(1)))).isEqualTo(1);
  }

  @Test
  void the_node_that_has_answered_a_flip_reads_the_new_version_at_once() {
    Scene scene = new Scene();
    scene.someTrips(3);
    KnownVersions known =
        new KnownVersions(scene.registry, scene.rows, Duration.ofHours(1), System::nanoTime);
    Rebuilds operator =
        new Rebuilds(scene.parts, List.of(scene.projection), Clock.systemUTC(), known::forget);
    operator.rebuild(VIEW, FlipWhen.ASKED);
    scene.node("node-1").look(Runnable::run);
    assertThat(known.active(VIEW)).isEqualTo(1);

    operator.flip(VIEW);
    assertThat(known.active(VIEW)).isEqualTo(2);
    operator.rollback(VIEW, OptionalInt.empty());
    assertThat(known.active(VIEW)).isEqualTo(1);
  }
}
