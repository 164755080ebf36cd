package io.cornershop.eventing.projections.rebuild;

import static io.cornershop.eventing.projections.rebuild.Scene.VIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.TripEvent.TripRenamed;
import io.cornershop.eventing.projections.versions.FlipWhen;
import io.cornershop.eventing.projections.versions.RebuildJob.Phase;
import io.cornershop.eventing.projections.versions.RebuildJob.Status;
import io.cornershop.eventing.projections.versions.StreamPlace;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.Rejected;
import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What becomes of a job under operators, several nodes and failures. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RebuildJobsTest {

  /** The end of the first batch. */
  private static final StreamPlace SECOND = new StreamPlace("Ticket/k1/000000000001", 1);

  private final Scene scene = new Scene();
  private final RebuildNode node = scene.node("node-1");
  private final Deque<Runnable> postponed = new ArrayDeque<>();

  private static void assertRefused(String code, ThrowingCallable wish) {
    assertThatThrownBy(wish)
        .isInstanceOfSatisfying(
            Rejected.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private void assertDoneAndComplete() {
    assertThat(scene.status()).isEqualTo(Status.DONE);
    assertThat(scene.content(2)).isEqualTo(scene.foldOfTheStore());
    assertThat(scene.content(1)).isEqualTo(scene.content(2));
  }

  @Test
  void a_paused_job_stands_still_and_goes_on_where_it_was() {
    scene.someTrips(5);
    scene.operator.rebuild(VIEW, FlipWhen.EQUAL);
    scene.store.beforeScans(() -> {}, () -> scene.operator.pause(VIEW));

    node.look(Runnable::run);
    assertThat(scene.status()).isEqualTo(Status.PAUSED);
    assertThat(scene.job().progress().scan().orElseThrow().place()).isEqualTo(SECOND);
    node.look(Runnable::run);
    assertThat(scene.store.scannedFrom()).containsExactly("", SECOND.commitId());
    scene.happenLive(new StreamId("Trip", "t0"), new TripRenamed("t0", "Meanwhile"));
    scene.operator.resume(VIEW);
    node.look(Runnable::run);

    assertThat(scene.store.scannedFrom().subList(2, 4))
        .containsExactly(SECOND.commitId(), "Ticket/k3/000000000001");
    assertDoneAndComplete();
  }

  @Test
  void a_cancelled_job_leaves_nothing_behind() {
    scene.someTrips(5);
    scene.operator.rebuild(VIEW, FlipWhen.EQUAL);
    scene.store.beforeScans(() -> {}, () -> scene.operator.cancel(VIEW));

    node.look(Runnable::run);

    assertThat(scene.status()).isEqualTo(Status.CANCELLED);
    assertThat(scene.rows.existing(VIEW)).containsExactly(1);
    assertThat(scene.state().active().number()).isEqualTo(1);
    assertThat(scene.operator.rebuild(VIEW, FlipWhen.EQUAL).latest()).isEqualTo(3);
  }

  @Test
  void what_the_state_of_a_view_does_not_allow_is_refused() {
    assertRefused("nothing-to-pause", () -> scene.operator.pause(VIEW));
    assertRefused("nothing-to-resume", () -> scene.operator.resume(VIEW));
    assertRefused("nothing-to-cancel", () -> scene.operator.cancel(VIEW));
    assertRefused("nothing-to-flip", () -> scene.operator.flip(VIEW));
    assertRefused(
        "nothing-to-roll-back-to", () -> scene.operator.rollback(VIEW, OptionalInt.empty()));
    scene.operator.rebuild(VIEW, FlipWhen.EQUAL);
    assertRefused("rebuild-under-way", () -> scene.operator.rebuild(VIEW, FlipWhen.ASKED));
    assertRefused("rebuild-under-way", () -> scene.operator.rollback(VIEW, OptionalInt.empty()));
    assertRefused("nothing-to-resume", () -> scene.operator.resume(VIEW));
    scene.operator.pause(VIEW);
    assertRefused("nothing-to-pause", () -> scene.operator.pause(VIEW));
    assertThatThrownBy(() -> scene.operator.state("unknown")).isInstanceOf(NotFound.class);
  }

  @Test
  void two_nodes_that_are_asked_at_once_do_it_once() throws Exception {
    scene.someTrips(5);
    Callable<Object> ask =
        () -> {
          try {
            return scene.operator.rebuild(VIEW, FlipWhen.EQUAL);
          } catch (Rejected second) {
            return second.code();
          }
        };
    try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
      List<Object> answers = new java.util.ArrayList<>();
      for (var answer : callers.invokeAll(List.of(ask, ask))) {
        answers.add(answer.get());
      }
      assertThat(answers).contains("rebuild-under-way").hasSize(2).doesNotHaveDuplicates();
    }

    node.look(postponed::add);
    scene.node("node-2").look(postponed::add);

    assertThat(postponed).hasSize(1);
    postponed.poll().run();
    assertDoneAndComplete();
  }

  @Test
  void a_job_that_stands_still_is_taken_over_and_its_first_owner_writes_no_more() {
    scene.someTrips(5);
    scene.operator.rebuild(VIEW, FlipWhen.EQUAL);
    node.look(postponed::add);
    RebuildNode other = scene.node("node-2");

    for (int look = 1; look <= 3; look++) {
      other.look(Runnable::run);
      assertThat(scene.status()).isEqualTo(Status.RUNNING);
      assertThat(scene.job().owner()).isEqualTo("node-1");
    }
    other.look(Runnable::run);
    assertDoneAndComplete();
    var done = scene.state();

    postponed.poll().run();
    assertThat(scene.state()).isEqualTo(done);
    assertDoneAndComplete();
  }

  @Test
  void two_nodes_that_both_believe_to_own_a_job_make_the_same_rows() {
    scene.someTrips(6);
    scene.operator.rebuild(VIEW, FlipWhen.EQUAL);
    RebuildNode other = scene.node("node-2");
    scene.store.beforeScans(
        () -> {},
        () -> {
          for (int look = 1; look <= 4; look++) {
            other.look(Runnable::run);
          }
        });

    node.look(Runnable::run);

    assertDoneAndComplete();
  }

  @Test
  void a_node_that_stops_leaves_the_job_to_others_at_once() {
    scene.someTrips(5);
    scene.operator.rebuild(VIEW, FlipWhen.EQUAL);
    scene.store.beforeScans(() -> {}, node::stop);

    node.look(Runnable::run);
    assertThat(scene.job().owner()).isEmpty();
    assertThat(scene.job().progress().scan().orElseThrow().place()).isEqualTo(SECOND);
    node.look(Runnable::run);
    assertThat(scene.status()).isEqualTo(Status.RUNNING);

    scene.node("node-2").look(Runnable::run);
    assertDoneAndComplete();
  }

  @Test
  void a_job_goes_on_after_the_database_was_away() {
    scene.someTrips(5);
    scene.operator.rebuild(VIEW, FlipWhen.EQUAL);
    scene.store.beforeScans(
        () -> {},
        () -> {
          throw new Unavailable("away", Duration.ZERO, null);
        });

    node.look(Runnable::run);
    assertThat(scene.job().phase()).isEqualTo(Phase.BUILDING);
    assertThat(scene.status()).isEqualTo(Status.RUNNING);
    node.look(Runnable::run);

    assertDoneAndComplete();
  }

  @Test
  void a_job_that_meets_what_no_repeat_heals_fails_and_says_why() {
    scene.someTrips(5);
    scene.operator.rebuild(VIEW, FlipWhen.EQUAL);
    Supplier<String> why = () -> "Event 3 cannot be read";
    scene.store.beforeScans(
        () -> {},
        () -> {
          throw new IllegalStateException(why.get());
        });

    node.look(Runnable::run);
    assertThat(scene.status()).isEqualTo(Status.FAILED);
    assertThat(scene.job().reason()).isEqualTo(why.get());
    scene.operator.resume(VIEW);
    node.look(Runnable::run);

    assertDoneAndComplete();
  }

  @Test
  void an_error_that_nobody_expects_is_told_in_a_sentence_of_ours() {
    scene.store.beforeScans(
        () -> {
          throw new ClassCastException("class java.lang.Integer cannot be cast");
        });

    assertToldInASentence();
  }

  @Test
  void so_is_one_of_the_machine_instead_of_being_tried_for_ever() {
    scene.log.beforeHeads(
        () -> {
          throw new StackOverflowError("deep");
        });

    assertToldInASentence();
  }

  private void assertToldInASentence() {
    scene.someTrips(5);
    scene.operator.rebuild(VIEW, FlipWhen.EQUAL);

    node.look(Runnable::run);

    assertThat(scene.status()).isEqualTo(Status.FAILED);
    assertThat(scene.job().reason())
        .isEqualTo(
            "The code of the view has met an error that it does not expect; the log of the node"
                + " that worked at the rebuild tells more");
  }
}
