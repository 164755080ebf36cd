package io.cornershop.eventing.store;

import static io.cornershop.eventing.store.CommitFixtures.DOOR;
import static io.cornershop.eventing.store.CommitFixtures.GATE;
import static io.cornershop.eventing.store.CommitFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.store.EventSearch.OfCorrelation;
import io.cornershop.eventing.store.EventSearch.OfId;
import io.cornershop.eventing.store.EventSearch.OfTime;
import io.cornershop.eventing.store.EventSearch.OfType;
import io.cornershop.eventing.store.Happenings.Happening;
import io.cornershop.eventing.store.PositionLog.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every index over the whole store does. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class EventIndexContract {

  private final Happenings happenings = new Happenings();

  /** The log that is searched; empty before each test, always the same within one. */
  protected abstract PositionLog log();

  /** The index over it. */
  protected abstract EventIndex index();

  private Entry record(Happening... happened) {
    Entry entry = log().head().next(happenings.commit(DOOR, happened));
    assertThat(log().append(List.of(entry))).isTrue();
    return entry;
  }

  private static Happening at(Instant time) {
    return new Happening("Opened", "correlation-1", time);
  }

  private static Happening of(String correlationId) {
    return new Happening("Opened", correlationId, NOON);
  }

  @Test
  void finds_all_commits_with_a_type_in_order() {
    Entry opened = record(Happenings.of("Opened"));
    record(Happenings.of("Closed"));
    Entry both = record(Happenings.of("Closed"), Happenings.of("Opened"));

    assertThat(index().find(new OfType("Opened"), 0, 10)).isEqualTo(List.of(opened, both));
    assertThat(index().find(new OfType("Burnt"), 0, 10)).isEmpty();
  }

  @Test
  void finds_what_one_request_caused() {
    record(of("request-1"));
    Entry second = record(of("request-2"), of("request-2"));
    Entry mixed = record(of("request-1"), of("request-2"));

    assertThat(index().find(new OfCorrelation("request-2"), 0, 10))
        .isEqualTo(List.of(second, mixed));
    assertThat(index().find(new OfCorrelation("request-3"), 0, 10)).isEmpty();
  }

  @Test
  void finds_the_commit_of_an_event() {
    record(Happenings.of("Opened"));
    Entry two = record(Happenings.of("Closed"), Happenings.of("Opened"));

    assertThat(index().find(new OfId(Happenings.idOf(DOOR, 3)), 0, 1)).isEqualTo(List.of(two));
    assertThat(index().find(new OfId(Happenings.idOf(GATE, 3)), 0, 1)).isEmpty();
  }

  @Test
  void finds_a_time_with_its_beginning_and_without_its_end() {
    record(at(NOON.minusMillis(1)));
    Entry first = record(at(NOON));
    Entry last = record(at(NOON.plusSeconds(60).minusMillis(1)));
    record(at(NOON.plusSeconds(60)));

    assertThat(index().find(new OfTime(NOON, NOON.plusSeconds(60)), 0, 10))
        .isEqualTo(List.of(first, last));
    assertThat(index().find(new OfTime(NOON, NOON), 0, 10)).isEmpty();
  }

  @Test
  void does_not_take_two_events_around_a_time_for_one_in_it() {
    record(at(NOON.minusSeconds(9)), at(NOON.plusSeconds(9)));

    assertThat(index().find(new OfTime(NOON, NOON.plusSeconds(1)), 0, 10)).isEmpty();
    assertThat(index().find(new OfTime(NOON, NOON.plusSeconds(10)), 0, 10)).hasSize(1);
  }

  @Test
  void finds_what_clocks_that_differ_have_written_in_the_order_of_positions() {
    Entry ahead = record(at(NOON.plusSeconds(300)));
    Entry behind = record(at(NOON.minusSeconds(300)));
    Entry right = record(at(NOON));

    assertThat(index().find(new OfTime(NOON.minusSeconds(300), NOON.plusSeconds(1)), 0, 10))
        .isEqualTo(List.of(behind, right));
    assertThat(index().find(new OfTime(NOON.plusSeconds(300), Instant.MAX), 0, 10))
        .isEqualTo(List.of(ahead));
  }

  @Test
  void knows_no_beginning_and_no_end_of_time() {
    Entry only = record(at(NOON));

    assertThat(index().find(new OfTime(Instant.MIN, Instant.MAX), 0, 10)).isEqualTo(List.of(only));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 100})
  void pages_of_any_size_show_everything_once(int size) {
    Random random = new Random(size);
    for (int i = 0; i < 60; i++) {
      String type = random.nextBoolean() ? "Opened" : "Closed";
      record(new Happening(type, "c", NOON.plusSeconds(random.nextInt(100))));
    }

    for (EventSearch search :
        List.of(
            new OfType("Opened"),
            new OfTime(NOON.plusSeconds(20), NOON.plusSeconds(80)),
            new OfCorrelation("c"))) {
      List<Entry> all =
          log().readAfter(0, 1_000).stream().filter(e -> search.matches(e.summary())).toList();
      assertThat(paged(search, size)).isEqualTo(all).isNotEmpty();
    }
  }

  private List<Entry> paged(EventSearch search, int size) {
    List<Entry> found = new ArrayList<>();
    List<Entry> page = index().find(search, 0, size);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(size);
      found.addAll(page);
      page = index().find(search, page.getLast().number(), size);
    }
    return found;
  }

  @Test
  void misses_nothing_while_the_log_grows() {
    List<Commit> commits = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      commits.add(happenings.commit(GATE, Happenings.of(i % 3 == 0 ? "Closed" : "Opened")));
    }
    List<Entry> entries = Happenings.entries(log().head(), commits);

    List<List<Entry>> results =
        Together.run(() -> growing(entries), () -> follow(new OfType("Opened"), 80));

    assertThat(results.get(1)).isEqualTo(results.get(0)).hasSize(80);
  }

  private List<Entry> growing(List<Entry> entries) {
    for (int from = 0; from < entries.size(); from += 4) {
      assertThat(log().append(entries.subList(from, from + 4))).isTrue();
    }
    return entries.stream().filter(e -> new OfType("Opened").matches(e.summary())).toList();
  }

  private List<Entry> follow(EventSearch search, int wanted) {
    List<Entry> found = new ArrayList<>();
    long deadline = System.nanoTime() + 30_000_000_000L;
    while (found.size() < wanted && System.nanoTime() < deadline) {
      long behind = found.isEmpty() ? 0 : found.getLast().number();
      found.addAll(index().find(search, behind, 7));
    }
    return found;
  }
}
