package io.cornershop.bootstrap;

import io.cornershop.eventing.commands.CommandHandler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fills the shelves of a local run, after {@link Start} has made the store ready. */
@ApplicationScoped
class FirstStart {

  private static final int AFTER_START = Interceptor.Priority.APPLICATION + 1;

  @Inject CommandHandler commands;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "cornershop.local", defaultValue = "false")
  boolean local;

  void start(@Observes @Priority(AFTER_START) Startup event) {
    if (local) {
      new SampleCatalogue(commands, clock).provide();
    }
  }
}
