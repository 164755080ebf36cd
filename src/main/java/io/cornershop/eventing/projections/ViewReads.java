package io.cornershop.eventing.projections;

import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.Deadline;
import io.cornershop.kernel.OwnWrite;
import io.cornershop.kernel.Unavailable;
import io.cornershop.kernel.ViewDamaged;
import jakarta.data.exceptions.MappingException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
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
   * @param own what the row must include; the deadline of all that the thread does for this request
   *     is later by as much as the caller is ready to wait for it
   * @throws Unavailable when the database does not answer
   * @throws ViewDamaged when the row cannot be read
   */
  public <V> Optional<V> one(
      String view, StreamId source, OwnWrite own, Function<String, Optional<V>> byId) {
    String id = source.aggregateId();
    // What the caller does with the answer, or without one, comes after the wait, too.
    Deadline.postpone(own.patience());
    return own.wanted() == 0 || freshness.await(view, id, source, own.wanted(), own.patience())
        ? ask(() -> byId.apply(id))
        : Optional.empty();
  }

  /**
   * Whether the row includes all that has happened in these streams so far, whoever did it.
   *
   * @param view the name of the projection
   * @throws Unavailable when the database does not answer
   */
  public boolean isCurrent(String view, String rowId, Collection<StreamId> sources) {
    return freshness.isCurrent(view, rowId, sources);
  }

  /**
   * What a repository answers.
   *
   * @throws Unavailable when the database does not
   * @throws ViewDamaged when it answers what is no row
   */
  public <T> T ask(Supplier<T> query) {
    try {
      return query.get();
    } catch (MongoInterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(e);
    } catch (MongoException e) {
      throw unavailable(e);
    } catch (ClassCastException
        | IllegalArgumentException
        | NullPointerException
        | UnsupportedOperationException
        | DateTimeException
        | MappingException e) {
      // All that the mapping throws at values of another kind than a column's.
      throw new ViewDamaged("a read model", e);
    }
  }

  private static Unavailable unavailable(MongoException failure) {
    return new Unavailable("The read models do not answer now", RETRY_AFTER, failure);
  }
}
