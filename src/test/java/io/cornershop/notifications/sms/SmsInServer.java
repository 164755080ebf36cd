package io.cornershop.notifications.sms;

import io.cornershop.outbound.HttpTraces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Gives the line of the in-container tests somebody to talk to. */
@ApplicationScoped
public class SmsInServer {

  @Produces
  @Singleton
  SmsServer server() {
    return SmsServer.start();
  }

  void close(@Disposes SmsServer server) {
    server.close();
  }

  @Produces
  @Singleton
  HttpTraces traces() {
    return HttpTraces.NONE;
  }

  @Produces
  @Singleton
  SmsSettings settings(SmsServer server) {
    return new SmsSettings(server.url(), "AC1", "secret", "+15550100", Duration.ofSeconds(10));
  }
}
