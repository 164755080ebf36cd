package io.cornershop.eventing.projections;

import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.Deadline;
import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How resources ask the repositories of views: a caller may insist on its own write, and a database
 * that does not answer is an {@link Unavailable}, not the driver's exception. Thread-safe.
 */
public final class ViewReads {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final Freshness freshness;

  public ViewReads(Freshness freshness) {
    this.freshness = freshness;
  }

  /**
   * The row of one aggregate, if it is there and includes what the caller insists on.
   *
   * @param view the name of the projection
   * @param source the aggregate, whose id is that of the row
   * @param minSequence what the row must include; when empty, but {@code wait} is not zero: any
   *     event at all
   * @param wait how long the caller is ready to wait for it, beyond the deadline of other requests
   * @throws Unavailable when the database does not answer
   */
  public <V> Optional<V> one(
      String view,
      StreamId source,
      OptionalLong minSequence,
      Duration wait,
      Function<String, Optional<V>> byId) {
    String id = source.aggregateId();
    long wanted = minSequence.orElse(wait.isZero() ? 0 : 1);
    return Deadline.extendedBy(
        wait,
        () ->
            wanted == 0 || freshness.await(view, id, source, wanted, wait)
                ? ask(() -> byId.apply(id))
                : Optional.empty());
  }

  /**
   * What a repository answers.
   *
   * @throws Unavailable when the database does not
   */
  public <T> T ask(Supplier<T> query) {
    try {
      return query.get();
    } catch (MongoInterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(e);
    } catch (MongoException e) {
      throw unavailable(e);
    }
  }

  private static Unavailable unavailable(MongoException failure) {
    return new Unavailable("The read models do not answer now", RETRY_AFTER, failure);
  }
}
