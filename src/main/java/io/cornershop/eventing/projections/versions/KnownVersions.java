package io.cornershop.eventing.projections.versions;

import io.cornershop.eventing.projections.CurrentRows;
import io.cornershop.eventing.projections.Projection;
import io.cornershop.eventing.projections.Rows;
import io.cornershop.kernel.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * The versions that this node knows of. What it says was true at most {@code maxAge} ago, by the
 * monotonic clock of this node: who waits longer than that after a change, and then looks what has
 * been published, has seen every event that was handled without knowing of the change. Thread-safe.
 */
public final class KnownVersions implements CurrentRows {

  private record Seen(long at, Map<String, ViewState> states) {}

  private static final int NOTHING_MADE = 0;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final ViewRegistry registry;
  private final RowVersions rows;
  private final long maxAge;
  private final LongSupplier nanos;
  private final Map<String, Integer> folds = new ConcurrentHashMap<>();
  private volatile Optional<Seen> last = Optional.empty();
  private volatile long oldest;

  /**
   * @param nanos the monotonic clock
   */
  public KnownVersions(
      ViewRegistry registry, RowVersions rows, Duration maxAge, LongSupplier nanos) {
    this.registry = registry;
    this.rows = rows;
    this.maxAge = maxAge.toNanos();
    this.nanos = nanos;
    this.oldest = nanos.getAsLong();
  }

  /** From now on nothing is said that was seen before: this node has changed a state. */
  public void forget() {
    oldest = nanos.getAsLong();
  }

  /** Makes what the rows of a view need, before the first of them is written. */
  public void prepare(Projection<?> projection) {
    prepare(projection, false);
  }

  /**
   * The same.
   *
   * @param history whether there are events already: then a view that nobody knows lacks them, and
   *     has to be rebuilt before it is read
   */
  public void prepare(Projection<?> projection, boolean history) {
    folds.put(projection.name(), projection.version());
    registry
        .ensure(projection.name(), history ? NOTHING_MADE : projection.version())
        .fed(projection.version())
        .forEach(version -> rows.rows(version).prepare(projection));
  }

  /**
   * The number of the version that is read.
   *
   * @throws Unavailable when the database does not answer, or what it has was made by another build
   *     than this: an older one, then it is being rebuilt, or a newer one, whose nodes answer
   */
  public int active(String view) {
    return state(view).map(this::readable).map(Version::number).orElse(1);
  }

  private Version readable(ViewState state) {
    Version active = state.active();
    int fold = folds.getOrDefault(state.view(), active.fold());
    if (active.fold() < fold) {
      throw unreadable("The read model %s is being rebuilt".formatted(state.view()));
    }
    if (active.fold() > fold) {
      throw unreadable(
          "The read model %s was made by a newer build than that of this node"
              .formatted(state.view()));
    }
    return active;
  }

  private static Unavailable unreadable(String reason) {
    return new Unavailable(reason, RETRY_AFTER, null);
  }

  @Override
  public Rows served(String view) {
    return rows.rows(active(view));
  }

  @Override
  public List<Rows> fed(Projection<?> projection) {
    return state(projection.name())
        .map(state -> state.fed(projection.version()))
        .orElse(List.of(1))
        .stream()
        .map(rows::rows)
        .toList();
  }

  @Override
  public boolean outgrown(Projection<?> projection) {
    return state(projection.name())
        .filter(state -> state.outgrows(projection.version()))
        .isPresent();
  }

  /** What was seen of a view. */
  private Optional<ViewState> state(String view) {
    return Optional.ofNullable(fresh().states().get(view));
  }

  private Seen fresh() {
    return last.filter(this::isYoung).orElseGet(this::waitForFresh);
  }

  /** Many may find at once that what they know is old; one asks. */
  private synchronized Seen waitForFresh() {
    return last.filter(this::isYoung).orElseGet(this::look);
  }

  private boolean isYoung(Seen seen) {
    return seen.at() - oldest >= 0 && nanos.getAsLong() - seen.at() <= maxAge;
  }

  /** Looks again, and says what all views are like. */
  public List<ViewState> refresh() {
    return List.copyOf(look().states().values());
  }

  private Seen look() {
    long before = nanos.getAsLong();
    Map<String, ViewState> states =
        registry.all().stream().collect(Collectors.toMap(ViewState::view, Function.identity()));
    Seen seen = new Seen(before, states);
    last = Optional.of(seen);
    return seen;
  }
}
