package io.cornershop.catalogue.domain;

import io.cornershop.catalogue.ProductCommand;
import io.cornershop.catalogue.ProductCommand.AddProduct;
import io.cornershop.catalogue.ProductCommand.ChangePrice;
import io.cornershop.catalogue.ProductCommand.WithdrawProduct;
import io.cornershop.catalogue.ProductEvent;
import io.cornershop.catalogue.ProductEvent.ProductAdded;
import io.cornershop.catalogue.ProductEvent.ProductPriceChanged;
import io.cornershop.catalogue.ProductEvent.ProductWithdrawn;
import io.cornershop.catalogue.domain.Product.Listed;
import io.cornershop.catalogue.domain.Product.None;
import io.cornershop.catalogue.domain.Product.Withdrawn;
import io.cornershop.kernel.Decider;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.PlainText;
import io.cornershop.kernel.ProductId;
import io.cornershop.kernel.Rejected;
import java.math.BigDecimal;
import java.util.List;

/** The rules of a product's life. */
public final class ProductDecider implements Decider<ProductCommand, Product, ProductEvent> {

  private static final int MAX_NAME = 200;
  private static final int USUAL_LOW_STOCK_THRESHOLD = 10;
  private static final BigDecimal MAX_PRICE = new BigDecimal("1000000");

  /** 2: products that were added without a threshold have the one of that time. */
  @Override
  public int foldVersion() {
    return 2;
  }

  @Override
  public Product initial() {
    return new None();
  }

  @Override
  public List<ProductEvent> decide(ProductCommand command, Product state) {
    return switch (command) {
      case AddProduct c -> add(c, state);
      case ChangePrice c -> changePrice(c, state);
      case WithdrawProduct c -> withdraw(c, state);
    };
  }

  @Override
  public Product evolve(Product state, ProductEvent event) {
    return switch (event) {
      case ProductAdded e -> new Listed(e.productId(), e.name(), e.price(), e.lowStockThreshold());
      case ProductPriceChanged e -> state instanceof Listed l ? l.at(e.price()) : state;
      case ProductWithdrawn e ->
          state instanceof Listed l ? new Withdrawn(l.productId(), l.name(), l.price()) : state;
    };
  }

  private static List<ProductEvent> add(AddProduct c, Product state) {
    requireName(c.name());
    requirePrice(c.price());
    if (c.lowStockThreshold().orElse(0) < 0) {
      throw Rejected.rule("invalid-low-stock-threshold", "The threshold must not be negative");
    }
    return switch (state) {
      case None n ->
          List.of(new ProductAdded(c.productId(), c.name(), c.price(), thresholdOf(c), c.at()));
      case Listed l -> requireRepeat(c, l);
      case Withdrawn w -> throw withdrawn(c.productId());
    };
  }

  private static int thresholdOf(AddProduct c) {
    return c.lowStockThreshold().orElse(USUAL_LOW_STOCK_THRESHOLD);
  }

  private static List<ProductEvent> requireRepeat(AddProduct c, Listed before) {
    Listed again = new Listed(c.productId(), c.name(), c.price(), thresholdOf(c));
    if (!again.equals(before)) {
      throw Rejected.conflict(
          "product-already-exists", "There is another product " + c.productId());
    }
    return List.of();
  }

  private static List<ProductEvent> changePrice(ChangePrice c, Product state) {
    requirePrice(c.price());
    return switch (state) {
      case None n -> throw new NotFound("product", c.productId());
      case Listed l -> changePrice(c, l.price());
      case Withdrawn w -> throw withdrawn(c.productId());
    };
  }

  private static List<ProductEvent> changePrice(ChangePrice c, Money before) {
    return before.equals(c.price())
        ? List.of()
        : List.of(new ProductPriceChanged(c.productId(), c.price(), before, c.at()));
  }

  private static List<ProductEvent> withdraw(WithdrawProduct c, Product state) {
    return switch (state) {
      case None n -> throw new NotFound("product", c.productId());
      case Listed l -> List.of(new ProductWithdrawn(c.productId(), c.at()));
      case Withdrawn w -> List.of();
    };
  }

  private static void requireName(String name) {
    if (!PlainText.isLine(name, MAX_NAME)) {
      throw Rejected.rule(
          "invalid-product-name", "The name must be one line of 1 to " + MAX_NAME + " characters");
    }
  }

  private static void requirePrice(Money price) {
    if (price.minorUnits() <= 0 || new BigDecimal(price.amount()).compareTo(MAX_PRICE) > 0) {
      throw Rejected.rule(
          "price-out-of-range", "A price is more than 0 and at most " + MAX_PRICE + ".00");
    }
  }

  private static Rejected withdrawn(ProductId id) {
    return Rejected.conflict("product-withdrawn", "Product " + id + " was withdrawn");
  }
}
