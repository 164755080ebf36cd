package io.cornershop.notifications.reactions;

import io.cornershop.customers.CustomerEvent.CustomerErased;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.notifications.delivery.Forgetting;

/** Somebody wants to be forgotten: what still waits to be sent is not sent any more. */
final class WhenCustomerErasedSendNothingMore extends LiveReaction<CustomerErased> {

  private final Forgetting forgetting;

  WhenCustomerErasedSendNothingMore(Forgetting forgetting, EventTypes types, EventJson json) {
    super("when-customer-erased-send-nothing-more", CustomerErased.class, types, json);
    this.forgetting = forgetting;
  }

  @Override
  void react(CustomerErased erased, EventEnvelope envelope) {
    forgetting.forget(erased.customerId());
  }
}
