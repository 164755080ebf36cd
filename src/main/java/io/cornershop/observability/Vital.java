package io.cornershop.observability;

import java.util.List;
import java.util.function.Supplier;

/**
 * A part of the platform that a restart can heal when it cannot go on by itself.
 *
 * @param name as operators call it
 * @param troubles why it cannot go on, none while it can; answers at once and never fails. What
 *     heals by itself, such as the outage of a server, is none
 */
public record Vital(String name, Supplier<List<String>> troubles) {}
