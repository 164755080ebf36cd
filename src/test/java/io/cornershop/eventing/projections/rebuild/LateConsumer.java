package io.cornershop.eventing.projections.rebuild;

import io.cornershop.eventing.projections.Projection;
import io.cornershop.eventing.projections.Rows;
import io.cornershop.eventing.projections.versions.RowImage;
import io.cornershop.eventing.projections.versions.RowVersions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Versions that a consumer catches up with after each row was looked at once. */
record LateConsumer(RowVersions versions, Runnable catchUp, AtomicInteger looks)
    implements RowVersions {

  private static final int AFTER_BOTH_SCANS = 3;

  LateConsumer(RowVersions versions, Runnable catchUp) {
    this(versions, catchUp, new AtomicInteger());
  }

  @Override
  public Rows rows(int version) {
    return versions.rows(version);
  }

  @Override
  public void scan(
      Projection<?> projection, int version, int pageSize, Consumer<List<RowImage>> page) {
    versions.scan(projection, version, pageSize, page);
  }

  @Override
  public Map<String, RowImage> images(
      Projection<?> projection, int version, Collection<String> ids) {
    if (looks.incrementAndGet() == AFTER_BOTH_SCANS) {
      catchUp.run();
    }
    return versions.images(projection, version, ids);
  }

  @Override
  public Set<Integer> existing(String view) {
    return versions.existing(view);
  }

  @Override
  public void drop(String view, int version) {
    versions.drop(view, version);
  }
}
