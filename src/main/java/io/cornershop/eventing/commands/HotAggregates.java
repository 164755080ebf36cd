package io.cornershop.eventing.commands;

import io.cornershop.eventing.commands.AggregateLoader.Loaded;
import io.cornershop.eventing.events.Aggregate;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.Latest;
import java.util.Optional;

/**
 * States of the aggregates that were used last, so that a long history is not folded for every
 * command. A state here is true but can be old: whoever takes it appends behind its head, which
 * shows whether it was, or reads what has come behind it. Bounded; thread-safe.
 */
final class HotAggregates {

  static final int CAPACITY = 2_000;

  private record Hot(Aggregate<?, ?, ?> aggregate, Loaded<?> loaded) {

    boolean isBehind(Hot other) {
      return loaded.head().sequence() < other.loaded.head().sequence();
    }
  }

  private final Latest<StreamId, Hot> latest = new Latest<>(CAPACITY);

  void put(Aggregate<?, ?, ?> aggregate, Loaded<?> loaded) {
    latest.merge(
        loaded.head().stream(), new Hot(aggregate, loaded), (a, b) -> b.isBehind(a) ? a : b);
  }

  <S> Optional<Loaded<S>> find(Aggregate<?, S, ?> aggregate, StreamId stream) {
    return latest
        .find(stream)
        .filter(hot -> hot.aggregate().equals(aggregate))
        .map(HotAggregates::loadedBy);
  }

  /** Safe, because this state was folded by the very aggregate that asks for it. */
  @SuppressWarnings("unchecked")
  private static <S> Loaded<S> loadedBy(Hot hot) {
    return (Loaded<S>) hot.loaded();
  }
}
