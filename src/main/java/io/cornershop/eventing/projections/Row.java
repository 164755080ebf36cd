package io.cornershop.eventing.projections;

/**
 * One row of a view with its guards. Immutable.
 *
 * @param sources what {@code value} includes
 * @param revision counts the writes of this row, from 1
 */
public record Row<V>(String id, V value, Sources sources, long revision) {}
