package io.cornershop.eventing.projections.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.projections.TicketEvent.SeatsAdded;
import io.cornershop.eventing.projections.TicketEvent.TicketSold;
import io.cornershop.eventing.projections.TripEvent.TripInspected;
import io.cornershop.eventing.projections.TripEvent.TripPlanned;
import io.cornershop.eventing.projections.TripEvent.TripRenamed;
import io.cornershop.eventing.projections.Trips;
import io.cornershop.eventing.projections.versions.StreamPlace;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.ForwardingStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StreamPagesTest {

  private static final Set<String> WANTED = Set.of("TripPlanned", "TripRenamed", "TicketSold");

  private static final Instant LATEST = Trips.NOON.plusSeconds(2);

  private final Trips trips = new Trips();

  private static StreamPages pages(EventStore store, int size, String... types) {
    return new StreamPages(store, new TreeSet<>(List.of(types)), WANTED, LATEST, size);
  }

  private void someHistory() {
    trips.happen(Trips.TRIP, new TripPlanned("trip-1", "Sea"), new TripInspected("trip-1"));
    trips.happen(Trips.TICKET, new TicketSold("ticket-1", "trip-1", 2));
    trips.happen(Trips.OTHER_TRIP, new TripPlanned("trip-2", "Hills"));
    trips.happen(Trips.TRIP, new TripRenamed("trip-1", "Lake"));
    trips.happen(Trips.TICKET, new SeatsAdded("ticket-1", "trip-1", 1));
  }

  private static List<Page<StreamPlace>> all(StreamPages pages) {
    List<Page<StreamPlace>> all = new ArrayList<>();
    all.add(pages.behind(StreamPlace.BEGINNING));
    while (all.getLast().more()) {
      all.add(pages.behind(all.getLast().last()));
    }
    return all;
  }

  private static List<String> wanted(List<Page<StreamPlace>> pages) {
    return pages.stream()
        .flatMap(page -> page.events().stream())
        .map(event -> event.stream() + " " + event.sequence())
        .toList();
  }

  @Test
  void gives_type_after_type_and_stream_after_stream_whatever_the_size_of_a_page() {
    someHistory();

    for (int size = 1; size < 5; size++) {
      List<Page<StreamPlace>> pages = all(pages(trips.store, size, "Trip", "Ticket"));

      assertThat(wanted(pages))
          .containsExactly("Ticket/ticket-1 1", "Trip/trip-1 1", "Trip/trip-1 3", "Trip/trip-2 1");
      assertThat(pages.stream().mapToInt(Page::commits).sum()).isEqualTo(5);
      assertThat(pages.stream().mapToInt(Page::read).sum()).isEqualTo(5);
      assertThat(pages.getLast().last()).isEqualTo(new StreamPlace("Trip/trip-2/000000000001", 1));
    }
  }

  @Test
  void reads_no_stream_of_another_type() {
    someHistory();

    assertThat(wanted(all(pages(trips.store, 9, "Ticket")))).containsExactly("Ticket/ticket-1 1");
    assertThat(all(pages(trips.store, 9, "None")))
        .containsExactly(Page.nothingBehind(StreamPlace.BEGINNING));
  }

  @Test
  void goes_on_with_what_was_appended_behind_the_place() {
    someHistory();
    StreamPages pages = pages(trips.store, 9, "Trip");
    StreamPlace end = pages.behind(StreamPlace.BEGINNING).last();

    trips.happen(Trips.TRIP, new TripRenamed("trip-1", "Passed"));
    trips.happen(Trips.OTHER_TRIP, new TripRenamed("trip-2", "Behind"));

    assertThat(wanted(List.of(pages.behind(end)))).containsExactly("Trip/trip-2 2");
  }

  @Test
  void a_commit_that_is_not_there_is_no_gap_to_be_passed_over() {
    someHistory();
    for (int size = 1; size < 5; size++) {
      StreamPages pages = pages(without("Trip/trip-1/000000000001"), size, "Trip");

      assertThatThrownBy(() -> all(pages))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("The store does not have event 1 of Trip/trip-1");
    }
  }

  @Test
  void nor_is_one_within_a_stream_at_the_edge_of_a_page() {
    someHistory();
    trips.happen(Trips.TRIP, new TripRenamed("trip-1", "Pond"));
    for (int size = 1; size < 5; size++) {
      StreamPages pages = pages(without("Trip/trip-1/000000000003"), size, "Trip");

      assertThatThrownBy(() -> all(pages))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("The store does not have event 3 of Trip/trip-1");
    }
  }

  private EventStore without(String commitId) {
    return new ForwardingStore(trips.store) {
      @Override
      public SequencedMap<String, List<EventEnvelope>> scan(
          String aggregateType, String afterCommit, int maxCommits) {
        var found = super.scan(aggregateType, afterCommit, maxCommits + 1);
        found.remove(commitId);
        if (found.size() > maxCommits) {
          found.pollLastEntry();
        }
        return found;
      }
    };
  }
}
