package io.cornershop.eventing.sagas.views;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.cornershop.eventing.projections.TimeKey;
import io.cornershop.eventing.projections.queries.Sums;
import io.cornershop.eventing.projections.queries.ViewQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Lists sagas and counts them. Thread-safe; every method throws {@link
 * io.cornershop.kernel.Unavailable} when the database does not answer.
 */
@ApplicationScoped
public class SagaList {

  /**
   * Which sagas are wanted: those for which all that is given is true.
   *
   * @param step that they are at
   * @param subject that they are about
   * @param startedBefore they began before that time
   */
  public record Wanted(
      Optional<SagaStanding> state,
      Optional<String> step,
      Optional<String> subject,
      Optional<String> sagaType,
      Optional<Instant> startedBefore) {}

  /**
   * How many sagas are at the same place.
   *
   * @param step empty at an end
   * @param backward whether they have turned back
   * @param oldest when the first of them began
   */
  public record Count(
      String sagaType,
      SagaStanding state,
      String step,
      boolean backward,
      long sagas,
      Instant oldest) {}

  /** Types of sagas, states and steps are few: so many groups are never reached. */
  private static final int MOST_GROUPS = 10_000;

  private static final String TYPE = "sagaType";
  private static final String STATE = "progress.state";
  private static final String STEP = "progress.step";
  private static final String PLACE = "listKey";
  private static final SagaListProjection VIEW = new SagaListProjection();

  private final ViewQueries queries;

  /** For the CDI proxy. */
  protected SagaList() {
    this(null);
  }

  @Inject
  public SagaList(ViewQueries queries) {
    this.queries = queries;
  }

  /**
   * Up to {@code max} sagas, the newest first.
   *
   * @param behind the place of the last saga that was seen
   */
  public List<SagaOverview> find(Wanted wanted, Optional<String> behind, int max) {
    List<Bson> conditions =
        Stream.of(
                wanted.state().map(state -> Filters.eq(STATE, state.name())),
                wanted.step().map(step -> Filters.eq(STEP, step)),
                wanted.subject().map(subject -> Filters.eq("subject", subject)),
                wanted.sagaType().map(type -> Filters.eq(TYPE, type)),
                wanted.startedBefore().map(end -> Filters.lt(PLACE, TimeKey.of(end))),
                behind.map(place -> Filters.lt(PLACE, place)))
            .flatMap(Optional::stream)
            .toList();
    Bson all = conditions.isEmpty() ? Filters.empty() : Filters.and(conditions);
    return queries.find(VIEW, all, Sorts.descending(PLACE), max);
  }

  /**
   * Up to {@code max} open sagas of one type that are at none of these steps, the oldest first.
   *
   * @param version only those of this version of the definition, or an older one
   */
  public List<SagaOverview> elsewhere(String sagaType, int version, Set<String> steps, int max) {
    Bson lost =
        Filters.and(
            Filters.eq(TYPE, sagaType),
            Filters.in(STATE, SagaStanding.open().stream().map(Enum::name).toList()),
            Filters.lte("definitionVersion", version),
            Filters.nin(STEP, steps));
    return queries.find(VIEW, lost, Sorts.ascending(PLACE), max);
  }

  /** All sagas, counted by where they are. */
  public List<Count> counts() {
    Document place =
        new Document("type", "$sagaType")
            .append("state", "$progress.state")
            .append("step", "$progress.step")
            .append("backward", "$progress.backward");
    Bson group =
        Aggregates.group(
            place, Accumulators.sum("sagas", 1L), Accumulators.min("oldest", "$" + PLACE));
    return queries.aggregate(VIEW, List.of(group), MOST_GROUPS).stream()
        .map(SagaList::count)
        .toList();
  }

  private static Count count(Document group) {
    Document place = group.get("_id", Document.class);
    return new Count(
        place.getString("type"),
        SagaStanding.valueOf(place.getString("state")),
        place.getString("step"),
        place.getBoolean("backward"),
        Sums.exact(group.get("sagas")),
        TimeKey.timeIn(group.getString("oldest")));
  }
}
