package io.cornershop.eventing.commands;

import io.cornershop.eventing.commands.AggregateLoader.Loaded;
import io.cornershop.eventing.events.Aggregate;
import io.cornershop.eventing.events.StreamId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * States of the aggregates that were used last, so that a long history is not folded for every
 * command. A state here is true but can be old: whoever takes it appends behind its head, which
 * shows whether it was, or reads what has come behind it. Bounded; thread-safe.
 */
final class HotAggregates {

  static final int CAPACITY = 2_000;

  private record Hot(Aggregate<?, ?, ?> aggregate, Loaded<?> loaded) {}

  private final Map<StreamId, Hot> latest =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<StreamId, Hot> eldest) {
          return size() > CAPACITY;
        }
      };

  synchronized void put(Aggregate<?, ?, ?> aggregate, Loaded<?> loaded) {
    Hot known = latest.get(loaded.head().stream());
    if (known == null || known.loaded().head().sequence() <= loaded.head().sequence()) {
      latest.put(loaded.head().stream(), new Hot(aggregate, loaded));
    }
  }

  synchronized <S> Optional<Loaded<S>> find(Aggregate<?, S, ?> aggregate, StreamId stream) {
    return Optional.ofNullable(latest.get(stream))
        .filter(hot -> hot.aggregate().equals(aggregate))
        .map(HotAggregates::loadedBy);
  }

  /** Safe, because this state was folded by the very aggregate that asks for it. */
  @SuppressWarnings("unchecked")
  private static <S> Loaded<S> loadedBy(Hot hot) {
    return (Loaded<S>) hot.loaded();
  }
}
