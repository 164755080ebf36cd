package io.cornershop.reporting.stock;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.cornershop.eventing.projections.queries.ViewQueries;
import io.cornershop.inventory.StockEvent.Level;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;

/** Lists {@link InventoryLevel} rows, by product. Thread-safe. */
@ApplicationScoped
public class InventoryReport {

  private static final String PRODUCT = "_id";
  private static final InventoryLevelProjection VIEW = new InventoryLevelProjection();

  private final ViewQueries queries;

  /** For the CDI proxy. */
  protected InventoryReport() {
    this(null);
  }

  @Inject
  public InventoryReport(ViewQueries queries) {
    this.queries = queries;
  }

  /**
   * Up to {@code max} products behind {@code after}, of this state if one is given.
   *
   * @throws io.cornershop.kernel.Unavailable when the database does not answer
   */
  List<InventoryLevel> find(Optional<Level> state, String after, int max) {
    Bson behind = Filters.gt(PRODUCT, after);
    Bson wanted =
        state
            .map(level -> Filters.and(Filters.eq("state", level.toString()), behind))
            .orElse(behind);
    return queries.find(VIEW, wanted, Sorts.ascending(PRODUCT), max);
  }
}
