package io.cornershop.bootstrap;

import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.sagas.ReactionHandler;
import io.cornershop.eventing.sagas.SagaAdoption;
import io.cornershop.eventing.sagas.SagaArchive;
import io.cornershop.eventing.sagas.SagaDefinitions;
import io.cornershop.eventing.sagas.SagaDesk;
import io.cornershop.eventing.sagas.SagaRunner;
import io.cornershop.eventing.sagas.SagaTimers;
import io.cornershop.eventing.sagas.Strays;
import io.cornershop.eventing.sagas.views.SagaList;
import io.cornershop.eventing.sagas.views.StrandedSagas;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.timers.MongoTimers;
import io.cornershop.observability.Obstacle;
import io.cornershop.orders.views.OrderList;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** What operators need to see of processes, and to hold them. */
@ApplicationScoped
class ProcessDesk {

  @Produces
  @Singleton
  SagaDesk desk(SagaDefinitions definitions, SagaRunner.Surroundings engine) {
    return new SagaDesk(definitions, engine);
  }

  @Produces
  @Singleton
  SagaAdoption adoption(SagaDefinitions definitions, SagaRunner.Surroundings engine) {
    return new SagaAdoption(definitions, engine);
  }

  @Produces
  @Singleton
  Strays strays(OrderList orders, EventTypes types) {
    return new OlderOrders(orders, types);
  }

  @Produces
  @Singleton
  SagaArchive archive(SagaDefinitions definitions, EventStore store, EventJson json) {
    return new SagaArchive(definitions, store, json);
  }

  @Produces
  @Singleton
  SagaTimers timers(MongoTimers timers) {
    return new SagaTimers(timers);
  }

  /** Where nobody goes on with sagas, none is stranded. */
  @Produces
  @Singleton
  Obstacle sagas(SagaDefinitions definitions, SagaList list, Roles roles) {
    StrandedSagas stranded = new StrandedSagas(definitions, list, System::nanoTime);
    return new Obstacle("sagas", roles.has(ReactionHandler.GROUP) ? stranded::sentences : List::of);
  }
}
