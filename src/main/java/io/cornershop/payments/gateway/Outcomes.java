package io.cornershop.payments.gateway;

import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.PaymentId;
import io.cornershop.kernel.Unavailable;
import io.cornershop.payments.PaymentCommand;
import io.cornershop.payments.PaymentCommand.RecordAuthorization;
import io.cornershop.payments.PaymentCommand.RecordCapture;
import io.cornershop.payments.PaymentCommand.RecordFailure;
import io.cornershop.payments.PaymentCommand.RecordRefund;
import io.cornershop.payments.PaymentCommand.RecordRefundFailure;
import io.cornershop.payments.PaymentCommand.RecordUnknownOutcome;
import io.cornershop.payments.PaymentCommand.RecordVoid;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/**
 * Tells payments what their provider has answered. The id of each command derives from the event
 * that led to the request, so a repeat tells nothing new, whoever heard the answer. Thread-safe.
 */
final class Outcomes {

  private static final Logger LOG = System.getLogger(Outcomes.class.getName());
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final CommandHandler commands;
  private final Clock clock;
  private final String source;
  private final OptionalLong seen;

  /** The answers to what was asked. */
  Outcomes(CommandHandler commands, Clock clock) {
    this(commands, clock, PaymentDesk.NAME, OptionalLong.empty());
  }

  private Outcomes(CommandHandler commands, Clock clock, String source, OptionalLong seen) {
    this.commands = commands;
    this.clock = clock;
    this.source = source;
    this.seen = seen;
  }

  /**
   * Tells what was heard in another way, and only to a payment that still stands at this sequence;
   * else each method throws {@link io.cornershop.kernel.StaleVersion}.
   */
  Outcomes heardBy(String listener, long sequence) {
    return new Outcomes(commands, clock, listener, OptionalLong.of(sequence));
  }

  void authorized(EventEnvelope cause, String reference) {
    record(cause, "authorized", (id, at) -> new RecordAuthorization(id, reference, at));
  }

  void captured(EventEnvelope cause, String reference) {
    record(cause, "captured", (id, at) -> new RecordCapture(id, reference, at));
  }

  void failed(EventEnvelope cause, String reason) {
    record(cause, "failed", (id, at) -> new RecordFailure(id, reason, at));
  }

  void voided(EventEnvelope cause) {
    record(cause, "voided", RecordVoid::new);
  }

  void refunded(EventEnvelope cause, String refundId, Money amount) {
    record(cause, "refunded", (id, at) -> new RecordRefund(id, refundId, amount, at));
  }

  void refundRefused(EventEnvelope cause, String refundId, String reason) {
    record(cause, "refund-refused", (id, at) -> new RecordRefundFailure(id, refundId, reason, at));
    LOG.log(
        Level.WARNING,
        "The provider refuses refund {0} of payment {1}: somebody has to give the money back",
        refundId,
        cause.stream().aggregateId());
  }

  /** Says it once for each event, and makes the engine ask again. */
  Unavailable unknown(EventEnvelope cause) {
    record(cause, "unknown", RecordUnknownOutcome::new);
    return new Unavailable(
        "The provider has not said what became of payment " + cause.stream().aggregateId(),
        RETRY_AFTER,
        null);
  }

  private void record(
      EventEnvelope cause, String step, BiFunction<PaymentId, Instant, PaymentCommand> outcome) {
    PaymentId payment = new PaymentId(cause.stream().aggregateId());
    String eventId = cause.eventId().toString();
    CommandId id = CommandId.of(PaymentDesk.NAME, eventId, step);
    commands.handle(
        outcome.apply(payment, clock.instant()),
        new CommandContext(id, seen, cause.metadata().causing(eventId, source)));
  }
}
