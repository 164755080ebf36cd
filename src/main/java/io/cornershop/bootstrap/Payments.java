package io.cornershop.bootstrap;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.kernel.AcceptedPaymentMethods;
import io.cornershop.observability.traces.Spans;
import io.cornershop.observability.traces.TracedProvider;
import io.cornershop.payments.gateway.NoticeDesk;
import io.cornershop.payments.gateway.PaymentDesk;
import io.cornershop.payments.gateway.PaymentProvider;
import io.cornershop.payments.gateway.sandbox.SandboxBooks;
import io.cornershop.payments.gateway.sandbox.SandboxMethods;
import io.cornershop.payments.gateway.sandbox.SandboxProvider;
import io.cornershop.payments.gateway.stripe.StripeLine;
import io.cornershop.payments.gateway.stripe.StripeMethods;
import io.cornershop.payments.gateway.stripe.StripeProvider;
import io.cornershop.payments.gateway.stripe.StripeSettings;
import io.cornershop.payments.gateway.stripe.StripeWebhook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who holds and moves the money. */
@ApplicationScoped
class Payments {

  private static final String SANDBOX = "sandbox";
  private static final String STRIPE = "stripe";

  @Inject
  @ConfigProperty(name = "cornershop.payments.provider", defaultValue = SANDBOX)
  String provider;

  @Inject
  @ConfigProperty(
      name = "cornershop.payments.stripe.base-url",
      defaultValue = "https://api.stripe.com")
  String stripeUrl;

  @Inject
  @ConfigProperty(name = "cornershop.payments.stripe.secret-key")
  Optional<String> stripeKey;

  @Inject
  @ConfigProperty(name = "cornershop.payments.stripe.webhook-secret")
  Optional<String> webhookSecret;

  @Inject
  @ConfigProperty(name = "cornershop.payments.stripe.timeout", defaultValue = "PT10S")
  Duration stripeTimeout;

  @Produces
  @Singleton
  PaymentProvider provider(MongoDatabase database, StripeLine line, Optional<Spans> spans) {
    PaymentProvider plain = plain(database, line);
    return spans
        .<PaymentProvider>map(noting -> new TracedProvider(plain, noting, provider))
        .orElse(plain);
  }

  private PaymentProvider plain(MongoDatabase database, StripeLine line) {
    return switch (provider) {
      case SANDBOX ->
          new SandboxProvider(
              new SandboxBooks(database), pause -> LockSupport.parkNanos(pause.toNanos()));
      case STRIPE -> stripe(line);
      default ->
          throw new IllegalArgumentException(
              "cornershop.payments.provider is %s; there are sandbox and stripe"
                  .formatted(provider));
    };
  }

  @Produces
  @Singleton
  AcceptedPaymentMethods methods() {
    return provider.equals(STRIPE) ? new StripeMethods() : new SandboxMethods();
  }

  private PaymentProvider stripe(StripeLine line) {
    settings();
    return new StripeProvider(line);
  }

  @Produces
  @Singleton
  StripeSettings settings() {
    String key =
        stripeKey.orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The provider stripe needs cornershop.payments.stripe.secret-key"));
    return new StripeSettings(stripeUrl, key, stripeTimeout);
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

  @Produces
  @Singleton
  StripeWebhook webhook(PaymentDesk.Office office, Clock clock) {
    return new StripeWebhook(webhookSecret, new NoticeDesk(office), clock);
  }
}
