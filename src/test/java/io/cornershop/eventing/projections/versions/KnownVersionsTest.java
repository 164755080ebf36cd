package io.cornershop.eventing.projections.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.projections.TripBoardProjection;
import io.cornershop.eventing.projections.versions.RebuildJob.Phase;
import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KnownVersionsTest {

  private static final Duration AGE = Duration.ofNanos(100);

  private final TripBoardProjection projection = new TripBoardProjection();
  private final InMemoryViewRegistry registry = new InMemoryViewRegistry();
  private final InMemoryRowVersions rows = new InMemoryRowVersions();
  private final AtomicLong now = new AtomicLong();
  private final KnownVersions known = new KnownVersions(registry, rows, AGE, now::get);

  private ViewState flip() {
    ViewState job = registry.ensure("trip_board", 1).with(States.job(2, 1).in(Phase.COMPARED));
    registry.save(job);
    ViewState flipped = job.flipped();
    registry.save(flipped);
    return flipped;
  }

  @Test
  void a_view_that_was_never_seen_has_its_first_version() {
    assertThat(known.active("trip_board")).isEqualTo(1);
    assertThat(known.fed(projection)).containsExactly(rows.rows(1));
  }

  @Test
  void what_was_seen_holds_until_it_is_too_old() {
    known.prepare(projection);
    assertThat(known.active("trip_board")).isEqualTo(1);
    flip();

    now.set(100);
    assertThat(known.served("trip_board")).isSameAs(rows.rows(1));
    now.set(101);

    assertThat(known.served("trip_board")).isSameAs(rows.rows(2));
    assertThat(known.fed(projection)).containsExactly(rows.rows(2), rows.rows(1));
  }

  @Test
  void rows_of_an_older_build_are_not_read() {
    registry.ensure("trip_board", projection.version() - 1);

    known.prepare(projection);

    assertThatThrownBy(() -> known.active("trip_board")).isInstanceOf(Unavailable.class);
    assertThat(known.fed(projection)).isEmpty();
  }

  @Test
  void rows_of_a_newer_build_are_neither_read_nor_written_and_their_events_are_left_to_it() {
    registry.ensure("trip_board", projection.version() + 1);

    known.prepare(projection);

    assertThatThrownBy(() -> known.active("trip_board"))
        .isInstanceOf(Unavailable.class)
        .hasMessage("The read model trip_board was made by a newer build than that of this node");
    assertThat(known.fed(projection)).isEmpty();
    assertThat(known.outgrown(projection)).isTrue();
  }

  @Test
  void a_new_view_is_not_read_before_it_has_the_history_that_there_is() {
    known.prepare(projection, true);

    assertThatThrownBy(() -> known.active("trip_board")).isInstanceOf(Unavailable.class);
    assertThat(known.fed(projection)).isEmpty();
  }

  @Test
  void looking_again_shows_everything_at_once() {
    known.prepare(projection);
    known.active("trip_board");
    ViewState flipped = flip();

    assertThat(known.refresh()).containsExactly(flipped);
    assertThat(known.active("trip_board")).isEqualTo(2);
  }

  @Test
  void what_this_node_has_changed_itself_it_reads_at_once() {
    known.prepare(projection);
    assertThat(known.active("trip_board")).isEqualTo(1);
    flip();
    now.set(50);

    known.forget();

    assertThat(known.active("trip_board")).isEqualTo(2);
  }
}
