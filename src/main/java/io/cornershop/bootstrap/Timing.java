package io.cornershop.bootstrap;

import com.mongodb.client.MongoDatabase;
import io.cornershop.carts.CartLifetime;
import io.cornershop.eventing.alarms.Alarm;
import io.cornershop.eventing.alarms.AlarmTimer;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.sagas.ReactionHandler;
import io.cornershop.eventing.timers.MongoTimers;
import io.cornershop.eventing.timers.TimerHandler;
import io.cornershop.eventing.timers.TimerNode;
import io.cornershop.eventing.timers.TimerSettings;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What happens because time has passed. Nodes with the role {@code processes} fire the timers. */
@ApplicationScoped
class Timing {

  private static final int AFTER_START = Interceptor.Priority.APPLICATION + 100;

  @Inject Roles roles;

  @Produces
  @Singleton
  CartLifetime carts(
      @ConfigProperty(name = "cornershop.carts.max-idle", defaultValue = "PT30M") Duration idle) {
    return new CartLifetime(idle);
  }

  @Produces
  @Singleton
  MongoTimers timers(MongoDatabase database) {
    return new MongoTimers(database);
  }

  @Produces
  @Singleton
  TimerNode node(
      MongoTimers timers,
      Collection<TimerHandler> handlers,
      Clock clock,
      @ConfigProperty(name = "cornershop.timers.interval", defaultValue = "PT0.5S")
          Duration interval) {
    return new TimerNode(
        timers,
        handlers,
        TimerSettings.usual(clock, interval),
        Thread.ofPlatform().name("cornershop-timer-", 0).daemon(true).factory());
  }

  @Produces
  @Singleton
  Collection<TimerHandler> handlers(
      @Any Instance<Alarm> alarms, Sagas sagas, CommandHandler commands, Clock clock) {
    return Stream.<TimerHandler>concat(
            alarms.stream().map(alarm -> new AlarmTimer(alarm, commands, clock)),
            sagas.all().stream())
        .toList();
  }

  void start(@Observes @Priority(AFTER_START) Startup event, TimerNode node) {
    if (roles.has(ReactionHandler.GROUP)) {
      node.start();
    }
  }

  void stop(@Observes @Priority(Interceptor.Priority.APPLICATION) Shutdown event, TimerNode node) {
    node.close();
  }
}
