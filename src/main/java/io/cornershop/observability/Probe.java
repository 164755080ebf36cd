package io.cornershop.observability;

import java.util.concurrent.Callable;

/**
 * One thing that the platform needs.
 *
 * @param name as operators call it
 * @param required whether this node can serve no request without it; else its state is only shown
 * @param question fails, within seconds, when there is no answer
 */
public record Probe(String name, boolean required, Callable<?> question) {}
