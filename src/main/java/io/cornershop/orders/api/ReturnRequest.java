package io.cornershop.orders.api;

import io.cornershop.kernel.ProductId;
import io.cornershop.orders.OrderCommand.ReturnedItem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/**
 * Why an order comes back, and what of it.
 *
 * @param items absent when all of it comes back
 */
public record ReturnRequest(
    @NotNull String reason, Optional<@Size(min = 1, max = 100) List<@NotNull @Valid Item>> items) {

  /** So many pieces of a product. */
  public record Item(@NotNull ProductId productId, @NotNull Integer quantity) {}

  List<ReturnedItem> returned() {
    return items.orElse(List.of()).stream()
        .map(item -> new ReturnedItem(item.productId(), item.quantity()))
        .toList();
  }
}
