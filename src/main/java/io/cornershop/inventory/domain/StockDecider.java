package io.cornershop.inventory.domain;

import io.cornershop.inventory.StockCommand;
import io.cornershop.inventory.StockCommand.AdjustStock;
import io.cornershop.inventory.StockEvent;
import io.cornershop.inventory.StockEvent.StockUpdated;
import io.cornershop.inventory.domain.Stock.Kept;
import io.cornershop.inventory.domain.Stock.None;
import io.cornershop.kernel.Decider;
import io.cornershop.kernel.PlainText;
import io.cornershop.kernel.Rejected;
import java.util.List;

/** The rules of the stock of one product. */
public final class StockDecider implements Decider<StockCommand, Stock, StockEvent> {

  private static final int MAX_ON_HAND = 1_000_000_000;
  private static final int MAX_REASON = 200;

  @Override
  public Stock initial() {
    return new None();
  }

  @Override
  public List<StockEvent> decide(StockCommand command, Stock state) {
    return switch (command) {
      case AdjustStock c -> adjust(c, state);
    };
  }

  @Override
  public Stock evolve(Stock state, StockEvent event) {
    return switch (event) {
      case StockUpdated e -> new Kept(e.productId(), e.onHand(), e.reserved());
    };
  }

  private static List<StockEvent> adjust(AdjustStock c, Stock state) {
    requireChange(c.change());
    requireReason(c.reason());
    Kept stock =
        switch (state) {
          case None n -> new Kept(c.productId(), 0, 0);
          case Kept k -> k;
        };
    long onHand = (long) stock.onHand() + c.change();
    if (onHand < stock.reserved()) {
      throw Rejected.conflict(
          "insufficient-stock",
          "Only %d can be taken away".formatted(stock.onHand() - stock.reserved()));
    }
    if (onHand > MAX_ON_HAND) {
      throw Rejected.conflict("stock-limit-exceeded", "At most " + MAX_ON_HAND + " are kept");
    }
    return List.of(updated(c, new Kept(stock.productId(), (int) onHand, stock.reserved())));
  }

  private static StockUpdated updated(AdjustStock c, Kept after) {
    return new StockUpdated(
        c.productId(),
        c.change(),
        after.onHand(),
        after.reserved(),
        after.onHand() - after.reserved(),
        c.reason(),
        c.at());
  }

  private static void requireChange(int change) {
    if (change == 0) {
      throw Rejected.rule("no-change", "An adjustment by 0 changes nothing");
    }
  }

  private static void requireReason(String reason) {
    if (!PlainText.isLine(reason, MAX_REASON)) {
      throw Rejected.rule(
          "invalid-reason", "The reason must be one line of 1 to " + MAX_REASON + " characters");
    }
  }
}
