package io.cornershop.bootstrap;

import io.cornershop.eventing.commands.AggregateLoader;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.sagas.SagaRunner;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.timers.MongoTimers;
import io.cornershop.processes.fulfilment.OrderFulfilment;
import io.cornershop.processes.fulfilment.OrderPayment;
import io.cornershop.processes.fulfilment.OrderReturn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The processes that span aggregates; nodes with the role {@code processes} go on with them. */
@ApplicationScoped
class Processes {

  @Inject EventTypes types;
  @Inject EventJson json;
  @Inject EventStore store;
  @Inject AggregateLoader loader;
  @Inject CommandHandler commands;

  @Produces
  @Singleton
  OrderPayment.Patience patience(
      @ConfigProperty(name = "cornershop.orders.payment-deadline", defaultValue = "PT5M")
          Duration taking,
      @ConfigProperty(name = "cornershop.orders.refund-deadline", defaultValue = "PT10M")
          Duration givingBack) {
    return new OrderPayment.Patience(taking, givingBack);
  }

  @Produces
  @Singleton
  SagaRunner.Surroundings surroundings(MongoTimers timers, Clock clock) {
    return new SagaRunner.Surroundings(store, loader, types, json, commands, timers, clock);
  }

  @Produces
  @Singleton
  Sagas sagas(OrderPayment.Patience patience, SagaRunner.Surroundings engine) {
    return new Sagas(
        List.of(
            new SagaRunner<>(new OrderFulfilment(patience), engine),
            new SagaRunner<>(new OrderReturn(patience.givingBack()), engine)));
  }
}
