package io.cornershop.bootstrap;

import com.mongodb.client.MongoDatabase;
import io.cornershop.customers.claims.EmailKeys;
import io.cornershop.customers.claims.MongoEmailClaims;
import io.cornershop.customers.claims.UniqueEmails;
import io.cornershop.customers.erasure.Erasure;
import io.cornershop.customers.views.CustomersByEmail;
import io.cornershop.customers.views.RegisteredCustomers;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.privacy.EncryptingCodec;
import io.cornershop.eventing.privacy.MasterKeys;
import io.cornershop.eventing.privacy.MongoSubjectKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the shop keeps of people apart from events and views. */
@ApplicationScoped
class People {

  @Produces
  @Singleton
  UniqueEmails uniqueEmails(
      MongoDatabase database,
      RegisteredCustomers customers,
      CustomersByEmail byEmail,
      Clock clock,
      @ConfigProperty(name = "cornershop.people.email-key", defaultValue = DevelopmentSecret.VALUE)
          String secret) {
    DevelopmentSecret.warnOf(secret, "cornershop.people.email-key");
    return new UniqueEmails(
        new MongoEmailClaims(database),
        new EmailKeys(secret),
        customers::emailOf,
        byEmail::find,
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
}
