package io.cornershop.notifications.ledger;

import io.cornershop.notifications.Channel;
import io.cornershop.notifications.NotificationId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Entries in a map. */
public final class InMemoryLedger implements Ledger {

  private static final Comparator<Place> NEWEST_FIRST =
      Comparator.comparing(Place::enteredAt).thenComparing(p -> p.id().value()).reversed();

  private final Map<NotificationId, Entry> entries = new ConcurrentHashMap<>();

  @Override
  public Entry enter(Entry entry) {
    return Optional.ofNullable(entries.putIfAbsent(entry.id(), entry)).orElse(entry);
  }

  @Override
  public Optional<Entry> find(NotificationId id) {
    return Optional.ofNullable(entries.get(id));
  }

  @Override
  public boolean replace(Entry next) {
    return find(next.id())
        .filter(seen -> seen.version() == next.version() - 1)
        .filter(seen -> entries.replace(next.id(), seen, next))
        .isPresent();
  }

  @Override
  public List<Entry> list(Filter filter, Optional<Place> after, int limit) {
    return entries.values().stream()
        .filter(e -> filter.customerId().isEmpty() || filter.customerId().equals(e.customerId()))
        .filter(e -> filter.channel().filter(c -> c != e.channel()).isEmpty())
        .filter(e -> filter.state().filter(s -> s != e.state()).isEmpty())
        .filter(e -> after.isEmpty() || NEWEST_FIRST.compare(placeOf(e), after.get()) > 0)
        .sorted((a, b) -> NEWEST_FIRST.compare(placeOf(a), placeOf(b)))
        .limit(limit)
        .toList();
  }

  @Override
  public List<Unsettled> unsettled() {
    record At(Channel channel, State state) {}
    return entries.values().stream()
        .filter(e -> e.state().isUnsettled())
        .collect(Collectors.groupingBy(e -> new At(e.channel(), e.state()), Collectors.counting()))
        .entrySet()
        .stream()
        .map(e -> new Unsettled(e.getKey().channel(), e.getKey().state(), e.getValue()))
        .toList();
  }

  private static Place placeOf(Entry entry) {
    return new Place(entry.enteredAt(), entry.id());
  }
}
