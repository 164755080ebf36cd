package io.cornershop.eventing.api.sagas;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.sagas.Errand;
import io.cornershop.eventing.timers.Timer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One saga with what it has done.
 *
 * @param saga its fields stand beside the others, as in a list
 * @param history its last events, the oldest first
 * @param commands those that have had an effect
 * @param timers that are set
 * @param payments that its commands have reached, by id
 */
public record SagaDetails(
    @JsonUnwrapped SagaAnswer saga,
    List<SagaEntry> history,
    List<Sent> commands,
    List<Waiting> timers,
    List<String> payments,
    Links links) {

  /** What it has done. */
  record Doings(
      List<SagaEntry> history, List<Errand> commands, List<Timer> timers, String correlationId) {}

  /**
   * A command.
   *
   * @param direction do or undo
   * @param round how often an operator had taken the saga up
   */
  public record Sent(
      String commandId,
      String step,
      String direction,
      int round,
      String command,
      List<Effect> events) {

    static Sent of(Errand sent) {
      return new Sent(
          sent.wanted().commandId().value(),
          sent.wanted().step(),
          sent.wanted().compensation() ? "undo" : "do",
          sent.wanted().round(),
          sent.wanted().name(),
          sent.events().stream().map(Effect::of).toList());
    }
  }

  /** An event that a command has led to. */
  public record Effect(
      UUID eventId, String eventType, String aggregateType, String aggregateId, long sequence) {

    static Effect of(EventEnvelope event) {
      return new Effect(
          event.eventId(),
          event.type().name(),
          event.stream().aggregateType(),
          event.stream().aggregateId(),
          event.sequence());
    }
  }

  /** A timer. */
  public record Waiting(String id, Instant due) {}

  /** Where to look further. */
  public record Links(
      String order, String payments, String timeline, String correlation, String events) {

    static Links of(String sagaId, String orderId, String correlationId) {
      return new Links(
          "/api/orders/" + orderId,
          "/api/payments?orderId=" + orderId,
          "/api/orders/" + orderId + "/timeline",
          "/api/eventstore/events/correlation/" + correlationId,
          "/api/eventstore/events/Saga/" + sagaId);
    }
  }

  static SagaDetails of(SagaAnswer saga, Doings doings) {
    List<Sent> commands = doings.commands().stream().map(Sent::of).toList();
    return new SagaDetails(
        saga,
        doings.history(),
        commands,
        doings.timers().stream().map(timer -> new Waiting(timer.id(), timer.due())).toList(),
        payments(commands),
        Links.of(saga.sagaId(), saga.orderId(), doings.correlationId()));
  }

  private static List<String> payments(List<Sent> commands) {
    return commands.stream()
        .flatMap(command -> command.events().stream())
        .filter(event -> event.aggregateType().equals("Payment"))
        .map(Effect::aggregateId)
        .distinct()
        .toList();
  }
}
