package io.cornershop.eventing.store;

import static io.cornershop.eventing.store.CommitFixtures.DOOR;
import static io.cornershop.eventing.store.CommitFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.Happenings.Happening;
import io.cornershop.eventing.store.LogTotals.Count;
import io.cornershop.eventing.store.PositionLog.Entry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LogTotalsTest {

  private static final StreamId LAMP = new StreamId("Light", "lamp");
  private static final StreamId BULB = new StreamId("Light", "bulb");

  private final Happenings happenings = new Happenings();

  @Test
  void count_events_and_streams_of_each_type() {
    List<Entry> entries =
        Happenings.entries(
            Entry.NONE,
            List.of(
                happenings.commit(DOOR, Happenings.of("Opened"), Happenings.of("Closed")),
                happenings.commit(LAMP, Happenings.of("Lit")),
                happenings.commit(DOOR, Happenings.of("Opened")),
                happenings.commit(BULB, Happenings.of("Lit"))));

    assertThat(entries.getLast().totals())
        .isEqualTo(
            new LogTotals(
                NOON, new TreeMap<>(Map.of("Counter", new Count(3, 1), "Light", new Count(2, 2)))));
    assertThat(entries.getLast().totals().events()).isEqualTo(5);
  }

  @Test
  void know_the_latest_time_so_far_whatever_came_later() {
    List<Entry> entries =
        Happenings.entries(
            Entry.NONE,
            List.of(
                happenings.commit(DOOR, new Happening("Opened", "c", NOON.plusSeconds(5))),
                happenings.commit(LAMP, new Happening("Lit", "c", NOON)),
                happenings.commit(BULB, new Happening("Lit", "c", NOON.plusSeconds(7)))));

    assertThat(entries)
        .extracting(entry -> entry.totals().latest())
        .isEqualTo(List.of(NOON.plusSeconds(5), NOON.plusSeconds(5), NOON.plusSeconds(7)));
  }
}
