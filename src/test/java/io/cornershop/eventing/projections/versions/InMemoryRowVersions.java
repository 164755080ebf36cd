package io.cornershop.eventing.projections.versions;

import io.cornershop.eventing.projections.InMemoryRows;
import io.cornershop.eventing.projections.Projection;
import io.cornershop.eventing.projections.Row;
import io.cornershop.eventing.projections.Rows;
import io.cornershop.eventing.projections.Sources;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Versions as simple as they can be: the reference for their contract. Thread-safe. */
public final class InMemoryRowVersions implements RowVersions {

  private final Map<Integer, InMemoryRows> versions = new ConcurrentHashMap<>();

  private final Map<Integer, Map<String, RowImage>> damaged = new ConcurrentHashMap<>();

  /** Makes a row that no build can read. */
  public void damage(int version, String id) {
    damagedIn(version).put(id, new RowImage(id, Sources.NONE, Map.of(), List.of("_sources")));
  }

  private Map<String, RowImage> damagedIn(int version) {
    return damaged.computeIfAbsent(version, absent -> new ConcurrentHashMap<>());
  }

  private InMemoryRows version(int number) {
    return versions.computeIfAbsent(number, absent -> new InMemoryRows());
  }

  @Override
  public Rows rows(int version) {
    return version(version);
  }

  @Override
  public void scan(
      Projection<?> projection, int version, int pageSize, Consumer<List<RowImage>> page) {
    List<RowImage> all =
        Stream.concat(
                version(version).of(projection).stream().map(row -> image(projection, row)),
                damagedIn(version).values().stream())
            .toList();
    for (int from = 0; from < all.size(); from += pageSize) {
      page.accept(all.subList(from, Math.min(from + pageSize, all.size())));
    }
  }

  @Override
  public Map<String, RowImage> images(
      Projection<?> projection, int version, Collection<String> ids) {
    return Stream.concat(
            version(version).loadAll(projection, ids).values().stream()
                .map(row -> image(projection, row)),
            damagedIn(version).values().stream().filter(image -> ids.contains(image.id())))
        .collect(Collectors.toMap(RowImage::id, Function.identity()));
  }

  private static RowImage image(Projection<?> projection, Row<?> row) {
    Map<String, Object> columns = new TreeMap<>();
    RecordComponent[] components = projection.rowType().getRecordComponents();
    for (RecordComponent component : components) {
      try {
        columns.put(component.getName(), component.getAccessor().invoke(row.value()));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    columns.remove(components[0].getName());
    return new RowImage(row.id(), row.sources(), columns);
  }

  @Override
  public Set<Integer> existing(String view) {
    return versions.entrySet().stream()
        .filter(version -> version.getValue().has(view))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  @Override
  public void drop(String view, int version) {
    version(version).drop(view);
  }
}
