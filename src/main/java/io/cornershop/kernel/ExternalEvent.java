package io.cornershop.kernel;

/**
 * What has happened outside the shop and is told by whoever saw it: outside producers may publish
 * it, and nobody else does. Each of its texts says with {@link OneLine} what it may look like,
 * because no decider looks at it. Implementations are immutable records in a sealed family, as of
 * every {@link DomainEvent}.
 */
public interface ExternalEvent extends DomainEvent {

  /** What it is about; names its stream. */
  Identifier about();
}
