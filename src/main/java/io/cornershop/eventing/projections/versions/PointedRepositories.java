package io.cornershop.eventing.projections.versions;

import io.cornershop.eventing.projections.ViewCollections;
import jakarta.data.Sort;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jnosql.communication.semistructured.CommunicationEntity;
import org.eclipse.jnosql.communication.semistructured.CriteriaCondition;
import org.eclipse.jnosql.communication.semistructured.DatabaseManager;
import org.eclipse.jnosql.communication.semistructured.DeleteQuery;
import org.eclipse.jnosql.communication.semistructured.SelectQuery;

/**
 * Lets repositories read the version of a view that is to be read, though they only know the name
 * of its first. They cannot write: what they would write has no guard. Thread-safe.
 */
public final class PointedRepositories implements DatabaseManager {

  /** The same question to another collection. */
  private record Elsewhere(SelectQuery query, String name) implements SelectQuery {

    @Override
    public long limit() {
      return query.limit();
    }

    @Override
    public long skip() {
      return query.skip();
    }

    @Override
    public Optional<CriteriaCondition> condition() {
      return query.condition();
    }

    @Override
    public List<String> columns() {
      return query.columns();
    }

    @Override
    public List<Sort<?>> sorts() {
      return query.sorts();
    }

    @Override
    public boolean isCount() {
      return query.isCount();
    }
  }

  private final DatabaseManager database;
  private final ServedVersions versions;

  public PointedRepositories(DatabaseManager database, ServedVersions versions) {
    this.database = database;
    this.versions = versions;
  }

  @Override
  public Stream<CommunicationEntity> select(SelectQuery query) {
    String view = query.name();
    return database
        .select(new Elsewhere(query, collectionOf(view)))
        .map(found -> CommunicationEntity.of(view, found.elements()));
  }

  @Override
  public long count(String view) {
    return database.count(collectionOf(view));
  }

  private String collectionOf(String view) {
    return ViewCollections.nameOf(view, versions.of(view));
  }

  @Override
  public String name() {
    return database.name();
  }

  @Override
  public CommunicationEntity insert(CommunicationEntity entity) {
    throw readOnly();
  }

  @Override
  public CommunicationEntity insert(CommunicationEntity entity, Duration ttl) {
    throw readOnly();
  }

  @Override
  public Iterable<CommunicationEntity> insert(Iterable<CommunicationEntity> entities) {
    throw readOnly();
  }

  @Override
  public Iterable<CommunicationEntity> insert(
      Iterable<CommunicationEntity> entities, Duration ttl) {
    throw readOnly();
  }

  @Override
  public CommunicationEntity update(CommunicationEntity entity) {
    throw readOnly();
  }

  @Override
  public Iterable<CommunicationEntity> update(Iterable<CommunicationEntity> entities) {
    throw readOnly();
  }

  @Override
  public void delete(DeleteQuery query) {
    throw readOnly();
  }

  private static UnsupportedOperationException readOnly() {
    return new UnsupportedOperationException("Rows are written by projections alone");
  }

  @Override
  public void close() {
    database.close();
  }
}
