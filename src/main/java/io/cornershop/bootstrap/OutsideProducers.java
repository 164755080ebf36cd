package io.cornershop.bootstrap;

import io.cornershop.eventing.api.AsyncApiDocument;
import io.cornershop.eventing.api.external.ExternalInbox;
import io.cornershop.eventing.commands.CommandTraces;
import io.cornershop.eventing.commands.Envelopes;
import io.cornershop.eventing.commands.ExternalEvents;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventSchemas;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.store.EventStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The parts between outside producers and the store, and what is written for outsiders. */
@ApplicationScoped
class OutsideProducers {

  @Produces
  @Singleton
  EventSchemas eventSchemas(EventTypes types) {
    return new EventSchemas(types);
  }

  @Produces
  @Singleton
  ExternalInbox externalInbox(EventTypes types, EventSchemas schemas, EventJson json, Clock clock) {
    return new ExternalInbox(types, schemas, json, clock);
  }

  @Produces
  @Singleton
  ExternalEvents externalEvents(
      EventStore store,
      EventJson json,
      Envelopes envelopes,
      AppendedCommits appended,
      CommandTraces traces) {
    return new ExternalEvents(store, json, envelopes, appended, traces);
  }

  @Produces
  @Singleton
  AsyncApiDocument asyncApiDocument(
      EventTypes types,
      EventSchemas schemas,
      @ConfigProperty(name = "cornershop.kafka.bootstrap-servers", defaultValue = "127.0.0.1:9092")
          String bootstrapServers) {
    return new AsyncApiDocument(types, schemas, bootstrapServers);
  }
}
