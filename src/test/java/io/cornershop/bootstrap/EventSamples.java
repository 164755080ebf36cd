package io.cornershop.bootstrap;

import io.cornershop.carts.CartFixtures;
import io.cornershop.catalogue.CatalogueFixtures;
import io.cornershop.customers.CustomerFixtures;
import io.cornershop.eventing.sagas.SagaFixtures;
import io.cornershop.inventory.InventoryFixtures;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.notifications.NotificationFixtures;
import io.cornershop.notifications.RecipientFixtures;
import io.cornershop.orders.OrderFixtures;
import io.cornershop.payments.PaymentFixtures;
import io.cornershop.shipments.ShipmentFixtures;
import java.util.List;
import java.util.stream.Stream;

/** One event of each type, the one that its golden file shows. */
final class EventSamples {

  private static final List<DomainEvent> ALL =
      List.of(
          CatalogueFixtures.ADDED,
          CatalogueFixtures.RAISED,
          CatalogueFixtures.WITHDRAWN,
          InventoryFixtures.DELIVERED,
          CustomerFixtures.REGISTERED,
          CustomerFixtures.UPDATED,
          CustomerFixtures.LOGGED_IN,
          CustomerFixtures.LOGGED_OUT,
          CustomerFixtures.ERASED,
          CartFixtures.CREATED,
          CartFixtures.TEAPOTS_ADDED,
          CartFixtures.TEAPOTS_UPDATED,
          CartFixtures.CUP_REMOVED,
          CartFixtures.CHECKED_OUT,
          CartFixtures.EXPIRED,
          OrderFixtures.CREATED,
          OrderFixtures.VALIDATED,
          OrderFixtures.CONFIRMED,
          OrderFixtures.SHIPPED,
          OrderFixtures.DELIVERED,
          OrderFixtures.CANCELLED,
          OrderFixtures.RETURNED,
          InventoryFixtures.THRESHOLD_CHANGED,
          InventoryFixtures.RESERVED,
          InventoryFixtures.RELEASED,
          InventoryFixtures.ALLOCATED,
          InventoryFixtures.LOW,
          InventoryFixtures.OUT,
          PaymentFixtures.INITIATED,
          PaymentFixtures.AUTHORIZED,
          PaymentFixtures.COMPLETED,
          PaymentFixtures.FAILED,
          PaymentFixtures.UNKNOWN,
          PaymentFixtures.CANCELLATION_REQUESTED,
          PaymentFixtures.VOIDED,
          PaymentFixtures.REFUND_REQUESTED,
          PaymentFixtures.REFUNDED,
          PaymentFixtures.REFUND_FAILED,
          ShipmentFixtures.DELIVERED,
          RecipientFixtures.CHANGED,
          RecipientFixtures.PHONE_ADDED,
          RecipientFixtures.PHONE_GONE,
          NotificationFixtures.EMAIL_SENT,
          NotificationFixtures.SMS_SENT,
          NotificationFixtures.PUSH_SENT,
          NotificationFixtures.FAILED,
          SagaFixtures.STARTED,
          SagaFixtures.FIRST_DONE,
          SagaFixtures.SECOND_FAILED,
          SagaFixtures.GOING_BACK,
          SagaFixtures.BACK,
          SagaFixtures.COMPLETED,
          SagaFixtures.STUCK);

  private EventSamples() {}

  static Stream<DomainEvent> all() {
    return ALL.stream();
  }
}
