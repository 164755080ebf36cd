package io.cornershop.eventing.projections.rebuild;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.versions.StreamPlace;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;

/**
 * The events stream after stream, each in its order, and one document read for each commit. What is
 * appended meanwhile may be in it or not, but of each stream its beginning without a gap.
 *
 * @param aggregateTypes whose streams are read, one type after the other
 * @param eventTypes those that are wanted
 * @param latest later events are not counted as read
 * @param size how many commits a page has at most
 */
record StreamPages(
    EventStore store,
    SortedSet<String> aggregateTypes,
    Set<String> eventTypes,
    Instant latest,
    int size)
    implements PageSource<StreamPlace> {

  @Override
  public Page<StreamPlace> behind(StreamPlace place) {
    Optional<String> present = streamOf(place).map(StreamId::aggregateType);
    for (String type : present.map(aggregateTypes::tailSet).orElse(aggregateTypes)) {
      String after = present.filter(type::equals).isPresent() ? place.commitId() : "";
      var commits = store.scan(type, after, size);
      if (!commits.isEmpty()) {
        return page(place, commits);
      }
    }
    return Page.nothingBehind(place);
  }

  private Page<StreamPlace> page(
      StreamPlace place, SequencedMap<String, List<EventEnvelope>> commits) {
    List<EventEnvelope> wanted = new ArrayList<>();
    Optional<StreamId> stream = streamOf(place);
    long sequence = place.sequence();
    int read = 0;
    for (List<EventEnvelope> events : commits.values()) {
      EventEnvelope first = events.getFirst();
      requireNext(first, stream.filter(first.stream()::equals).isPresent() ? sequence + 1 : 1);
      stream = Optional.of(first.stream());
      sequence = events.getLast().sequence();
      read += upToLatest(events);
      events.stream()
          .filter(event -> eventTypes.contains(event.type().name()))
          .forEach(wanted::add);
    }
    StreamPlace last = new StreamPlace(commits.lastEntry().getKey(), sequence);
    return new Page<>(last, true, commits.size(), read, wanted);
  }

  private int upToLatest(List<EventEnvelope> events) {
    return (int) events.stream().filter(event -> !event.timestamp().isAfter(latest)).count();
  }

  private static void requireNext(EventEnvelope event, long expected) {
    if (event.sequence() != expected) {
      throw new IllegalStateException(
          "The store does not have event %d of %s".formatted(expected, event.stream()));
    }
  }

  private static Optional<StreamId> streamOf(StreamPlace place) {
    return Optional.of(place.commitId()).filter(id -> !id.isEmpty()).map(Commit::streamIn);
  }
}
