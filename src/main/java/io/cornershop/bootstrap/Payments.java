package io.cornershop.bootstrap;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.payments.gateway.PaymentDesk;
import io.cornershop.payments.gateway.PaymentProvider;
import io.cornershop.payments.gateway.sandbox.SandboxBooks;
import io.cornershop.payments.gateway.sandbox.SandboxProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who holds and moves the money. */
@ApplicationScoped
class Payments {

  private static final String SANDBOX = "sandbox";

  @Produces
  @Singleton
  PaymentProvider provider(
      MongoDatabase database,
      @ConfigProperty(name = "cornershop.payments.provider", defaultValue = SANDBOX) String name) {
    if (!name.equals(SANDBOX)) {
      throw new IllegalArgumentException(
          "cornershop.payments.provider is %s; there is sandbox".formatted(name));
    }
    return new SandboxProvider(
        new SandboxBooks(database), pause -> LockSupport.parkNanos(pause.toNanos()));
  }

  @Produces
  @Singleton
  PaymentDesk.Office office(
      EventTypes types, EventJson json, EventStore store, CommandHandler commands, Clock clock) {
    return new PaymentDesk.Office(types, json, store, commands, clock);
  }

  @Produces
  @Singleton
  PaymentDesk desk(PaymentProvider provider, PaymentDesk.Office office) {
    return new PaymentDesk(provider, office);
  }
}
