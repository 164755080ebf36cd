package io.cornershop.eventing.projections.queries;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import io.cornershop.eventing.projections.MongoRows;
import io.cornershop.eventing.projections.Projection;
import io.cornershop.eventing.projections.ViewReads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Asks the rows of a view, in the version that is read just now. Thread-safe.
 *
 * <p>Every answer is bounded, and every question ends after a deadline of {@value
 * #DEADLINE_SECONDS} seconds. Both methods throw {@link io.cornershop.kernel.Unavailable} when the
 * database does not answer in time.
 */
public final class ViewQueries {

  private static final long DEADLINE_SECONDS = 8;

  private final MongoDatabase database;
  private final ToIntFunction<String> served;
  private final ViewReads reads;
  private final Map<Integer, MongoRows> versions = new ConcurrentHashMap<>();

  /**
   * @param served the number of the version that is read just now, of the view with this name
   */
  public ViewQueries(MongoDatabase database, ToIntFunction<String> served, ViewReads reads) {
    this.database = database;
    this.served = served;
    this.reads = reads;
  }

  private MongoRows rowsOf(Projection<?> view) {
    return versions.computeIfAbsent(
        served.applyAsInt(view.name()), version -> new MongoRows(database, version));
  }

  /** Up to {@code limit} rows that fulfil {@code condition}, in this order. */
  public <V> List<V> find(Projection<V> view, Bson condition, Bson order, int limit) {
    MongoRows rows = rowsOf(view);
    List<Document> found =
        reads.ask(
            () ->
                rows.documents(view)
                    .find(condition)
                    .sort(order)
                    .limit(limit)
                    .maxTime(DEADLINE_SECONDS, TimeUnit.SECONDS)
                    .into(new ArrayList<>()));
    return found.stream().map(document -> rows.valueOf(view, document)).toList();
  }

  /**
   * Up to {@code limit} documents that the steps make of the rows, for instance sums of groups.
   *
   * <p>The database adds whole numbers up exactly as long as the sum is one, too; {@link
   * Sums#exact} tells.
   */
  public List<Document> aggregate(Projection<?> view, List<Bson> steps, int limit) {
    List<Bson> bounded = Stream.concat(steps.stream(), Stream.of(Aggregates.limit(limit))).toList();
    return reads.ask(
        () ->
            rowsOf(view)
                .documents(view)
                .aggregate(bounded)
                .maxTime(DEADLINE_SECONDS, TimeUnit.SECONDS)
                .into(new ArrayList<>()));
  }
}
