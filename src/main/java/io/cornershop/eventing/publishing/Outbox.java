package io.cornershop.eventing.publishing;

import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.PositionLog;

/**
 * What the relay publishes from. Immutable; as thread-safe as its parts.
 *
 * @param commits the history
 * @param positions the order of all commits; only the relay writes it
 * @param types knows the topic of each aggregate type
 */
public record Outbox(EventStore commits, PositionLog positions, EventTypes types) {}
