package io.cornershop.bootstrap;

import io.cornershop.notifications.email.SmtpTransport;
import io.cornershop.notifications.messages.Transport;
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
  Transports transports(Optional<SmtpTransport> mail) {
    return new Transports(
        Stream.<Optional<? extends Transport>>of(mail)
            .<Transport>flatMap(Optional::stream)
            .collect(Collectors.toMap(Transport::channel, Function.identity())));
  }
}
