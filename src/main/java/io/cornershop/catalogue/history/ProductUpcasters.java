package io.cornershop.catalogue.history;

import io.cornershop.eventing.events.EventType;
import io.cornershop.eventing.events.Upcaster;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** From every older version of a product's events to the next one. Pure. */
public final class ProductUpcasters {

  /** The shop's usual threshold as long as version 1 was written; today's may be another. */
  private static final int THRESHOLD_IN_THE_DAYS_OF_VERSION_1 = 10;

  private ProductUpcasters() {}

  /** All of them. */
  public static List<Upcaster> all() {
    return List.of(new Upcaster(new EventType("ProductAdded", 1), ProductUpcasters::withThreshold));
  }

  private static ObjectNode withThreshold(ObjectNode added) {
    ObjectNode lifted = added.deepCopy();
    lifted.putIfAbsent("lowStockThreshold", lifted.numberNode(THRESHOLD_IN_THE_DAYS_OF_VERSION_1));
    return lifted;
  }
}
