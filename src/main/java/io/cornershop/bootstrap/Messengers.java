package io.cornershop.bootstrap;

import io.cornershop.notifications.email.SmtpTransport;
import io.cornershop.notifications.messages.Transport;
import io.cornershop.notifications.push.PushTransport;
import io.cornershop.notifications.sms.SmsTransport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** By which ways people are told: those that are configured. */
@ApplicationScoped
class Messengers {

  @Produces
  @Singleton
  Transports transports(
      Optional<SmtpTransport> mail, Optional<SmsTransport> sms, Optional<PushTransport> push) {
    return new Transports(
        Stream.<Optional<? extends Transport>>of(mail, sms, push)
            .<Transport>flatMap(Optional::stream)
            .collect(Collectors.toMap(Transport::channel, Function.identity())));
  }
}
