package io.cornershop.eventing.sagas;

import io.cornershop.kernel.DomainEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The doing of a step, or the undoing of it. Pure: the same facts and the same occasion always lead
 * to the same instructions, because it is asked again after every crash.
 *
 * @param instructions what is to be commanded, in order
 * @param awaited the events that it then waits for; empty when the commands' results are enough
 * @param tolerated codes of refusals that are as good as a result
 */
public record Work<T extends DomainEvent>(
    Instructions<T> instructions, Optional<Awaited> awaited, Set<String> tolerated) {

  /** When, and why: the reason is that of the compensation, empty when a step is done. */
  public record Occasion(Instant at, String reason) {}

  /** From the facts of a saga to what is to be commanded. */
  @FunctionalInterface
  public interface Instructions<T extends DomainEvent> {
    List<Instruction> of(T facts, Occasion occasion);
  }

  /**
   * What is waited for.
   *
   * @param events the classes of events that can be an answer
   * @param reply what such an event says
   * @param deadline how long it is waited for, from when the commands were sent
   */
  public record Awaited(
      Set<Class<? extends DomainEvent>> events,
      Function<DomainEvent, Reply> reply,
      Duration deadline) {

    public Awaited {
      events = Set.copyOf(events);
    }
  }

  public Work {
    tolerated = Set.copyOf(tolerated);
  }

  /** Nothing to do. */
  public static <T extends DomainEvent> Work<T> nothing() {
    return of((facts, occasion) -> List.of());
  }

  /** Commands whose results are enough. */
  public static <T extends DomainEvent> Work<T> of(Instructions<T> instructions) {
    return new Work<>(instructions, Optional.empty(), Set.of());
  }

  /** The same, and then waits. */
  public Work<T> awaiting(Awaited answer) {
    return new Work<>(instructions, Optional.of(answer), tolerated);
  }

  /** The same, but takes these refusals for a result. */
  public Work<T> tolerating(String... codes) {
    return new Work<>(instructions, awaited, Set.of(codes));
  }

  Reply replyTo(DomainEvent event) {
    return awaited
        .filter(a -> a.events().contains(event.getClass()))
        .map(a -> a.reply().apply(event))
        .orElse(Reply.NONE);
  }
}
