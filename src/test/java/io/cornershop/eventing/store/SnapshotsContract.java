package io.cornershop.eventing.store;

import static io.cornershop.eventing.store.CommitFixtures.DOOR;
import static io.cornershop.eventing.store.CommitFixtures.GATE;
import static io.cornershop.eventing.store.CommitFixtures.history;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.StreamId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What everything that keeps snapshots does. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class SnapshotsContract {

  private Snapshots snapshots;

  protected abstract Snapshots noSnapshots();

  @BeforeEach
  void beginWithout() {
    snapshots = noSnapshots();
  }

  private static Snapshot snapshot(StreamId stream, int commits, String state) {
    List<Commit> history = history(stream, new int[] {3, 1, 2}).subList(0, commits);
    return new Snapshot(history.getLast().head(), "epoch-1", 4, state);
  }

  @Test
  void gives_back_exactly_what_was_saved() {
    Snapshot saved =
        snapshot(DOOR, 2, "{\"stage\":\"Open\",\"state\":{\"name\":\"Café 🛒\",\"n\":1.50}}");
    assertThat(snapshots.find(DOOR)).isEmpty();
    snapshots.save(saved);
    assertThat(snapshots.find(DOOR)).contains(saved);
  }

  @Test
  void keeps_the_last_of_each_stream() {
    Snapshot gate = snapshot(GATE, 1, "{}");
    snapshots.save(snapshot(DOOR, 1, "{\"n\":1}"));
    snapshots.save(gate);
    snapshots.save(snapshot(DOOR, 3, "{\"n\":3}"));
    assertThat(snapshots.find(DOOR)).contains(snapshot(DOOR, 3, "{\"n\":3}"));
    assertThat(snapshots.find(GATE)).contains(gate);
  }
}
