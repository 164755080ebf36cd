package io.cornershop.observability;

import java.util.concurrent.Callable;

/**
 * One thing that the platform needs.
 *
 * @param name as operators call it
 * @param question fails, within seconds, when there is no answer
 */
public record Probe(String name, Callable<?> question) {}
