package io.cornershop.inventory.domain;

import io.cornershop.kernel.OrderId;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The stock of a product is kept from the first word about it on, also at zero. An order goes
 * through it {@code unknown → reserved → allocated}, or finds it {@code closed}.
 *
 * @param reservations pieces of {@code onHand} that are promised, the oldest promise first
 * @param closed orders whose release came before any reservation; theirs comes too late
 * @param threshold below so many available pieces it is low
 */
public record Stock(
    int onHand, List<Reservation> reservations, List<OrderId> closed, int threshold) {

  static final Stock NONE = new Stock(0, List.of(), List.of(), 10);

  /** Pieces that are promised to an order. */
  public record Reservation(OrderId orderId, int quantity) {}

  public Stock {
    reservations = List.copyOf(reservations);
    closed = List.copyOf(closed);
  }

  int reserved() {
    return reservations.stream().mapToInt(Reservation::quantity).sum();
  }

  int available() {
    return onHand - reserved();
  }

  OptionalInt reservedFor(OrderId order) {
    return reservations.stream()
        .filter(reservation -> reservation.orderId().equals(order))
        .mapToInt(Reservation::quantity)
        .findFirst();
  }

  Stock withOnHand(int newOnHand) {
    return new Stock(newOnHand, reservations, closed, threshold);
  }

  Stock withThreshold(int newThreshold) {
    return new Stock(onHand, reservations, closed, newThreshold);
  }

  Stock reserving(OrderId order, int quantity) {
    Reservation added = new Reservation(order, quantity);
    List<Reservation> more = Stream.concat(reservations.stream(), Stream.of(added)).toList();
    return new Stock(onHand, more, closed, threshold);
  }

  Stock without(OrderId order) {
    List<Reservation> others =
        reservations.stream().filter(r -> !r.orderId().equals(order)).toList();
    return new Stock(onHand, others, closed, threshold);
  }

  Stock closedTo(OrderId order) {
    List<OrderId> more = Stream.concat(closed.stream(), Stream.of(order)).toList();
    return new Stock(onHand, reservations, more, threshold);
  }
}
