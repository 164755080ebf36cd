package io.cornershop.catalogue;

import io.cornershop.catalogue.ProductCommand.AddProduct;
import io.cornershop.catalogue.ProductCommand.ChangePrice;
import io.cornershop.catalogue.ProductCommand.WithdrawProduct;
import io.cornershop.catalogue.ProductEvent.ProductAdded;
import io.cornershop.catalogue.ProductEvent.ProductPriceChanged;
import io.cornershop.catalogue.ProductEvent.ProductWithdrawn;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.ProductId;
import java.time.Instant;
import java.util.OptionalInt;

/** The life of one product. */
public final class CatalogueFixtures {

  public static final ProductId TEAPOT = new ProductId("teapot-red");
  public static final Money PRICE = Money.of("24.90", "EUR");
  public static final Money HIGHER_PRICE = Money.of("26.50", "EUR");

  public static final Instant ADDED_AT = Instant.parse("2026-03-01T08:00:00Z");
  public static final Instant CHANGED_AT = Instant.parse("2026-03-02T09:30:00.250Z");
  public static final Instant WITHDRAWN_AT = Instant.parse("2026-03-31T18:00:00Z");

  public static final AddProduct ADD =
      new AddProduct(TEAPOT, "Red teapot", PRICE, OptionalInt.of(5), ADDED_AT);
  public static final ChangePrice RAISE = new ChangePrice(TEAPOT, HIGHER_PRICE, CHANGED_AT);
  public static final WithdrawProduct WITHDRAW = new WithdrawProduct(TEAPOT, WITHDRAWN_AT);

  public static final ProductAdded ADDED =
      new ProductAdded(TEAPOT, "Red teapot", PRICE, 5, ADDED_AT);
  public static final ProductPriceChanged RAISED =
      new ProductPriceChanged(TEAPOT, HIGHER_PRICE, PRICE, CHANGED_AT);
  public static final ProductWithdrawn WITHDRAWN = new ProductWithdrawn(TEAPOT, WITHDRAWN_AT);

  private CatalogueFixtures() {}
}
