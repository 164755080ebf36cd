package io.cornershop.bootstrap;

import com.mongodb.client.MongoDatabase;
import io.cornershop.customers.claims.BackfillThread;
import io.cornershop.customers.claims.ClaimBackfill;
import io.cornershop.customers.claims.ClaimBackfill.Registrations;
import io.cornershop.customers.claims.EmailClaims;
import io.cornershop.customers.claims.EmailKeys;
import io.cornershop.customers.claims.MongoEmailClaims;
import io.cornershop.customers.claims.UniqueEmails;
import io.cornershop.customers.erasure.Erasure;
import io.cornershop.customers.erasure.Erasures;
import io.cornershop.customers.views.CustomersByEmail;
import io.cornershop.customers.views.RegisteredCustomers;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.consuming.Channels;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.privacy.EncryptingCodec;
import io.cornershop.eventing.privacy.MasterKeys;
import io.cornershop.eventing.privacy.MongoSubjectKeys;
import io.cornershop.eventing.store.PositionLog;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the shop keeps of people apart from events and views. */
@ApplicationScoped
class People {

  private static final int AFTER_START = Interceptor.Priority.APPLICATION + 100;

  @Inject Clock clock;

  @Produces
  @Singleton
  EmailClaims emailClaims(MongoDatabase database) {
    return new MongoEmailClaims(database);
  }

  @Produces
  @Singleton
  EmailKeys emailKeys(
      @ConfigProperty(name = "cornershop.people.email-key", defaultValue = DevelopmentSecret.VALUE)
          String secret) {
    DevelopmentSecret.warnOf(secret, "cornershop.people.email-key");
    return new EmailKeys(secret);
  }

  @Produces
  @Singleton
  ClaimBackfill claimBackfill(
      EmailClaims claims,
      EmailKeys keys,
      RegisteredCustomers customers,
      Registrations registrations) {
    return new ClaimBackfill(claims, keys, customers::emailOf, registrations, clock);
  }

  @Produces
  @Singleton
  Registrations registrations(PositionLog log, EventTypes types) {
    return new RegistrationsInLog(log, types);
  }

  @Produces
  @Singleton
  BackfillThread backfillThread(ClaimBackfill backfill) {
    return new BackfillThread(
        backfill,
        Thread.ofPlatform().name("cornershop-claims-", 0).daemon(true).factory(),
        BackfillThread.Rests.USUAL);
  }

  void start(@Observes @Priority(AFTER_START) Startup event, BackfillThread thread, Roles roles) {
    if (roles.has(Channels.PROCESSES)) {
      thread.start();
    }
  }

  void stop(
      @Observes @Priority(Interceptor.Priority.APPLICATION) Shutdown event, BackfillThread thread) {
    thread.close();
  }

  @Produces
  @Singleton
  UniqueEmails uniqueEmails(
      EmailClaims claims,
      EmailKeys keys,
      RegisteredCustomers customers,
      ClaimBackfill backfill,
      CustomersByEmail byEmail) {
    return new UniqueEmails(
        claims,
        keys,
        customers::emailOf,
        email -> backfill.isComplete() ? List.of() : byEmail.find(email),
        clock);
  }

  @Produces
  @Singleton
  EncryptingCodec personalDataCodec(
      MongoDatabase database,
      @ConfigProperty(name = "cornershop.people.master-key", defaultValue = DevelopmentSecret.VALUE)
          String current,
      @ConfigProperty(name = "cornershop.people.retired-master-keys")
          Optional<List<String>> retired) {
    DevelopmentSecret.warnOf(current, "cornershop.people.master-key");
    return new EncryptingCodec(
        new MongoSubjectKeys(database), new MasterKeys(current, retired.orElse(List.of())));
  }

  @Produces
  @Singleton
  Erasure erasure(UniqueEmails emails, EncryptingCodec codec, EventTypes types) {
    return new Erasure(emails, codec, types);
  }

  @Produces
  @Singleton
  Erasures erasures(CommandHandler commands, Erasure erasure) {
    return new Erasures(commands, erasure, clock);
  }
}
