package io.cornershop.eventing.projections.rebuild;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.projections.versions.StreamPlace;
import io.cornershop.eventing.store.EventStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * The events stream after stream, each in its order, and one document read for each commit. What is
 * appended meanwhile may be in it or not, but of each stream its beginning without a gap.
 *
 * @param aggregateTypes whose streams are read, one type after the other
 * @param eventTypes those that are wanted
 * @param size how many commits a page has at most
 */
record StreamPages(
    EventStore store, SortedSet<String> aggregateTypes, Set<String> eventTypes, int size)
    implements PageSource<StreamPlace> {

  @Override
  public Page<StreamPlace> behind(StreamPlace place) {
    Optional<String> present = place.aggregateType();
    for (String type : present.map(aggregateTypes::tailSet).orElse(aggregateTypes)) {
      String after = present.filter(type::equals).isPresent() ? place.commitId() : "";
      var commits = store.scan(type, after, size);
      if (!commits.isEmpty()) {
        List<EventEnvelope> wanted = new ArrayList<>();
        StreamPlace last = place;
        int read = 0;
        for (var commit : commits.entrySet()) {
          last = last.next(commit.getKey(), commit.getValue());
          read += commit.getValue().size();
          commit.getValue().stream()
              .filter(event -> eventTypes.contains(event.type().name()))
              .forEach(wanted::add);
        }
        return new Page<>(last, true, commits.size(), read, wanted);
      }
    }
    return Page.nothingBehind(place);
  }
}
