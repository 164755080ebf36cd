package io.cornershop.eventing.api;

import java.util.List;
import java.util.Map;

/**
 * Describes a {@link Replay} to callers.
 *
 * @param reconstructedState the fields of the state, and as {@code stage} its stage of life
 */
record ReplayAnswer(
    String aggregateId,
    String aggregateType,
    int eventCount,
    Map<String, Object> reconstructedState,
    List<EventAnswer> events) {}
