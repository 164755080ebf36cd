package io.cornershop.orders.views;

import java.util.function.Function;

/** In which order orders are listed, as callers spell it; a minus means the greatest first. */
public enum OrderSort {
  NEWEST_FIRST("-createdAt", "listKey", OrderDetails::listKey),
  OLDEST_FIRST("createdAt", "listKey", OrderDetails::listKey),
  LAST_CHANGED_FIRST("-updatedAt", "changeKey", OrderDetails::changeKey),
  LAST_CHANGED_LAST("updatedAt", "changeKey", OrderDetails::changeKey),
  DEAREST_FIRST("-totalAmount", "amountKey", OrderDetails::amountKey),
  CHEAPEST_FIRST("totalAmount", "amountKey", OrderDetails::amountKey);

  private final String text;
  private final String column;
  private final Function<OrderDetails, String> place;

  OrderSort(String text, String column, Function<OrderDetails, String> place) {
    this.text = text;
    this.column = column;
    this.place = place;
  }

  /** The stable spelling; the constant may be renamed. */
  @Override
  public String toString() {
    return text;
  }

  /** Where an order stands in this order; no other stands there. */
  public String placeOf(OrderDetails order) {
    return place.apply(order);
  }

  String column() {
    return column;
  }

  boolean isDescending() {
    return text.startsWith("-");
  }
}
