package io.cornershop.observability;

import java.util.List;
import java.util.function.Supplier;

/**
 * Something that somebody has to clear before this node may take over work.
 *
 * @param name as operators call it
 * @param sentences what is in the way, none when nothing is; answers within seconds and never fails
 */
public record Obstacle(String name, Supplier<List<String>> sentences) {}
