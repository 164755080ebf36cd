package io.cornershop.eventing.events;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the data of one event type from one schema version into the next. Pure.
 *
 * @param from the type and version that it takes; it gives {@code version + 1}
 */
public record Upcaster(EventType from, UnaryOperator<ObjectNode> change) {}
