package io.cornershop.eventing.projections;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rows as simple as they can be: the reference for their contract. Thread-safe. */
public final class InMemoryRows implements Rows {

  private record Key(String view, String id) {}

  private final Map<Key, Row<?>> rows = new ConcurrentHashMap<>();

  @Override
  public <V> Optional<Row<V>> load(Projection<V> projection, String id) {
    return Optional.ofNullable(rows.get(new Key(projection.name(), id)))
        .map(
            row ->
                new Row<>(
                    id, projection.rowType().cast(row.value()), row.sources(), row.revision()));
  }

  @Override
  public <V> Map<String, Row<V>> loadAll(Projection<V> projection, Collection<String> ids) {
    return ids.stream()
        .distinct()
        .flatMap(id -> load(projection, id).stream())
        .collect(Collectors.toMap(Row::id, Function.identity()));
  }

  @Override
  public Sources sources(Projection<?> projection, String id) {
    return load(projection, id).map(Row::sources).orElse(Sources.NONE);
  }

  @Override
  public <V> boolean save(Projection<V> projection, Row<V> row) {
    AtomicBoolean saved = new AtomicBoolean();
    rows.compute(
        new Key(projection.name(), row.id()),
        (key, present) -> {
          long before = Optional.ofNullable(present).map(Row::revision).orElse(0L);
          saved.set(before == row.revision() - 1);
          return saved.get() ? row : present;
        });
    return saved.get();
  }

  @Override
  public <V> Set<String> saveAll(Projection<V> projection, Collection<Row<V>> many) {
    return many.stream()
        .filter(row -> save(projection, row) || load(projection, row.id()).equals(Optional.of(row)))
        .map(Row::id)
        .collect(Collectors.toSet());
  }

  @Override
  public void prepare(Projection<?> projection) {
    // A map needs no preparation.
  }

  /** All rows of a view. */
  public Collection<Row<?>> of(Projection<?> projection) {
    return rows.entrySet().stream()
        .filter(entry -> entry.getKey().view().equals(projection.name()))
        .<Row<?>>map(Map.Entry::getValue)
        .toList();
  }

  /** Whether a view has any rows. */
  public boolean has(String view) {
    return rows.keySet().stream().anyMatch(key -> key.view().equals(view));
  }

  /** Forgets the rows of a view. */
  public void drop(String view) {
    rows.keySet().removeIf(key -> key.view().equals(view));
  }
}
