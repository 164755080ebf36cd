package io.cornershop.inventory.domain;

import io.cornershop.inventory.StockCommand;
import io.cornershop.inventory.StockCommand.AdjustStock;
import io.cornershop.inventory.StockCommand.AllocateStock;
import io.cornershop.inventory.StockCommand.ChangeThreshold;
import io.cornershop.inventory.StockCommand.ReleaseStock;
import io.cornershop.inventory.StockCommand.ReserveStock;
import io.cornershop.inventory.StockCommand.RestockOrder;
import io.cornershop.inventory.StockEvent;
import io.cornershop.inventory.StockEvent.LowStockAlert;
import io.cornershop.inventory.StockEvent.OutOfStockAlert;
import io.cornershop.inventory.StockEvent.StockAllocated;
import io.cornershop.inventory.StockEvent.StockReleased;
import io.cornershop.inventory.StockEvent.StockReserved;
import io.cornershop.inventory.StockEvent.StockThresholdChanged;
import io.cornershop.inventory.StockEvent.StockUpdated;
import io.cornershop.kernel.Decider;
import io.cornershop.kernel.Rejected;
import java.util.List;
import java.util.OptionalInt;

/** The rules of the stock of one product. What can be asked at all, {@link StockLimits} says. */
public final class StockDecider implements Decider<StockCommand, Stock, StockEvent> {

  @Override
  public Stock initial() {
    return Stock.NONE;
  }

  @Override
  public List<StockEvent> decide(StockCommand command, Stock state) {
    return switch (command) {
      case AdjustStock c -> adjust(c, state);
      case ChangeThreshold c -> changeThreshold(c, state);
      case ReserveStock c -> reserve(c, state);
      case ReleaseStock c -> release(c, state);
      case AllocateStock c -> allocate(c, state);
      case RestockOrder c -> restock(c, state);
    };
  }

  @Override
  public Stock evolve(Stock state, StockEvent event) {
    return switch (event) {
      case StockUpdated e -> state.withOnHand(e.onHand());
      case StockThresholdChanged e -> state.withThreshold(e.threshold());
      case StockReserved e -> state.reserving(e.orderId(), e.quantity());
      case StockReleased e ->
          e.quantity() == 0 ? state.closedTo(e.orderId()) : state.without(e.orderId());
      case StockAllocated e -> state.without(e.orderId()).withOnHand(e.onHand());
      case LowStockAlert e -> state;
      case OutOfStockAlert e -> state;
    };
  }

  /** 2: the pieces that are promised, by order, and the threshold. */
  @Override
  public int foldVersion() {
    return 2;
  }

  private static List<StockEvent> adjust(AdjustStock c, Stock state) {
    StockLimits.requireChange(c.change());
    StockLimits.requireReason(c.reason());
    long onHand = (long) state.onHand() + c.change();
    if (onHand < state.reserved()) {
      throw insufficient("Only %d can be taken away".formatted(state.available()));
    }
    StockLimits.requireRoom(onHand);
    Stock after = state.withOnHand((int) onHand);
    StockUpdated updated =
        new StockUpdated(
            c.productId(),
            c.change(),
            after.onHand(),
            after.reserved(),
            after.available(),
            c.reason(),
            c.at());
    return Alerts.with(updated, c.productId(), state, after, c.at());
  }

  private static List<StockEvent> changeThreshold(ChangeThreshold c, Stock state) {
    StockLimits.requireThreshold(c.threshold());
    if (c.threshold() == state.threshold()) {
      return List.of();
    }
    Stock after = state.withThreshold(c.threshold());
    StockThresholdChanged changed = new StockThresholdChanged(c.productId(), c.threshold(), c.at());
    return Alerts.with(changed, c.productId(), state, after, c.at());
  }

  private static List<StockEvent> reserve(ReserveStock c, Stock state) {
    StockLimits.requireQuantity(c.quantity());
    OptionalInt before = state.reservedFor(c.orderId());
    if (before.isPresent()) {
      requireRepeat(c, before.getAsInt());
      return List.of();
    }
    if (state.closed().contains(c.orderId())) {
      throw Rejected.conflict("reservation-closed", "Order %s was given up".formatted(c.orderId()));
    }
    if (c.quantity() > state.available()) {
      throw insufficient(
          "Only %d pieces of product %s are available".formatted(state.available(), c.productId()));
    }
    Stock after = state.reserving(c.orderId(), c.quantity());
    StockReserved reserved =
        new StockReserved(
            c.productId(),
            c.orderId(),
            c.quantity(),
            after.onHand(),
            after.reserved(),
            after.available(),
            c.at());
    return Alerts.with(reserved, c.productId(), state, after, c.at());
  }

  private static void requireRepeat(ReserveStock c, int before) {
    if (before != c.quantity()) {
      throw Rejected.conflict(
          "already-reserved", "Order %s has reserved %d pieces".formatted(c.orderId(), before));
    }
  }

  private static List<StockEvent> release(ReleaseStock c, Stock state) {
    StockLimits.requireReason(c.reason());
    OptionalInt quantity = state.reservedFor(c.orderId());
    if (quantity.isEmpty() && state.closed().contains(c.orderId())) {
      return List.of();
    }
    Stock after = state.without(c.orderId());
    return List.of(
        new StockReleased(
            c.productId(),
            c.orderId(),
            quantity.orElse(0),
            after.onHand(),
            after.reserved(),
            after.available(),
            c.reason(),
            c.at()));
  }

  private static List<StockEvent> allocate(AllocateStock c, Stock state) {
    int quantity =
        state
            .reservedFor(c.orderId())
            .orElseThrow(
                () ->
                    Rejected.conflict(
                        "not-reserved", "Order %s has reserved nothing".formatted(c.orderId())));
    Stock after = state.without(c.orderId()).withOnHand(state.onHand() - quantity);
    return List.of(
        new StockAllocated(
            c.productId(),
            c.orderId(),
            quantity,
            after.onHand(),
            after.reserved(),
            after.available(),
            c.at()));
  }

  private static List<StockEvent> restock(RestockOrder c, Stock state) {
    StockLimits.requireQuantity(c.quantity());
    return adjust(new AdjustStock(c.productId(), c.quantity(), c.reason(), c.at()), state);
  }

  private static Rejected insufficient(String message) {
    return Rejected.conflict("insufficient-stock", message);
  }
}
