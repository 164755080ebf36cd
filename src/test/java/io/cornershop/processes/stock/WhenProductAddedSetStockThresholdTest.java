package io.cornershop.processes.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.catalogue.ProductEvent.ProductAdded;
import io.cornershop.inventory.StockCommand.ChangeThreshold;
import io.cornershop.inventory.domain.StockDecider;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.ProductId;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WhenProductAddedSetStockThresholdTest {

  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
  private static final ProductId TEAPOT = new ProductId("teapot-red");

  private static ProductAdded addedWith(int threshold) {
    return new ProductAdded(TEAPOT, "Red teapot", Money.of("24.90", "EUR"), threshold, NOON);
  }

  private static ChangeThreshold threshold(int threshold) {
    return new ChangeThreshold(TEAPOT, threshold, NOON);
  }

  @Test
  void asks_for_the_threshold_that_the_product_was_added_with() {
    assertThat(new WhenProductAddedSetStockThreshold().react(addedWith(3)))
        .containsExactly(threshold(3));
  }

  @Test
  void asks_for_nothing_new_when_it_is_the_usual_one() {
    StockDecider stock = new StockDecider();
    assertThat(stock.decide(threshold(stock.initial().threshold()), stock.initial())).isEmpty();
  }
}
