package io.cornershop.eventing.commands;

import io.cornershop.eventing.events.Aggregate;
import io.cornershop.kernel.Command;
import java.util.List;
import java.util.Optional;

/** All kinds of aggregates of the platform. Immutable. */
public record Aggregates(List<Aggregate<?, ?, ?>> all) {

  public Aggregates {
    all = List.copyOf(all);
  }

  /**
   * The kind that decides on this command.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Aggregate<?, ?, ?> deciding(Command command) {
    return all.stream()
        .filter(aggregate -> aggregate.commands().isInstance(command))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("No aggregate takes " + command.getClass()));
  }

  /** The kind with this type name. */
  public Optional<Aggregate<?, ?, ?>> ofType(String aggregateType) {
    return all.stream().filter(a -> a.type().equals(aggregateType)).findFirst();
  }
}
