package io.cornershop.processes.stock;

import io.cornershop.catalogue.ProductEvent.ProductAdded;
import io.cornershop.eventing.sagas.Reaction;
import io.cornershop.inventory.StockCommand.ChangeThreshold;
import io.cornershop.kernel.Command;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Whoever adds a product says below what its stock is low. */
@ApplicationScoped
public class WhenProductAddedSetStockThreshold implements Reaction<ProductAdded> {

  @Override
  public String name() {
    return "when-product-added-set-stock-threshold";
  }

  @Override
  public Class<ProductAdded> event() {
    return ProductAdded.class;
  }

  @Override
  public List<Command> react(ProductAdded event) {
    return List.of(
        new ChangeThreshold(event.productId(), event.lowStockThreshold(), event.addedAt()));
  }
}
